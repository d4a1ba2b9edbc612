-- What the seed itself put into the layers that an extract fills, as long as nobody has amended it.
SELECT content.layer_code, content.code, feature.id, feature.version, content.name_vi, content.geom
FROM plan.feature
JOIN plan.seed_feature AS seeded ON seeded.feature_id = feature.id AND seeded.version = feature.version
JOIN plan.feature_version AS content ON content.feature_id = feature.id AND content.revision_to IS NULL
WHERE feature.layer_code = ANY ($1)
  AND content.geom IS NOT NULL
