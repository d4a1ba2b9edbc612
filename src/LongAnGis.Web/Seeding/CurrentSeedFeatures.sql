-- What the database has of a layer: each feature's id and version, and what the seed last said of it.
SELECT feature.code, feature.id, feature.version, seed_feature.content_hash, seed_feature.version AS seeded_version
FROM plan.feature
LEFT JOIN plan.seed_feature ON seed_feature.feature_id = feature.id
WHERE feature.layer_code = $1
  AND feature.plan_code IS NOT DISTINCT FROM $2
