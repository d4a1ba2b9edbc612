-- After a change set of an import is published: what the extract said of each feature that changed.
INSERT INTO plan.osm_feature (feature_id, content_hash, version)
SELECT feature.id, said.content_hash, feature.version
FROM unnest(@layers::text[], @codes::text[], @hashes::text[]) AS said (layer_code, code, content_hash)
JOIN plan.feature
  ON feature.layer_code = said.layer_code
  AND feature.code = said.code
  AND feature.plan_code IS NULL
ON CONFLICT (feature_id) DO UPDATE
SET content_hash = excluded.content_hash, version = excluded.version
