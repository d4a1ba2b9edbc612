-- Every feature that an extract ever gave these layers: its id and version, what the last import said of it, and whether
-- it still has content.
SELECT
  feature.layer_code,
  feature.code,
  feature.id,
  feature.version,
  said.content_hash,
  said.version AS said_version,
  EXISTS (
    SELECT FROM plan.feature_version AS content
    WHERE content.feature_id = feature.id
      AND content.revision_to IS NULL
  ) AS is_live
FROM plan.feature
JOIN plan.osm_feature AS said ON said.feature_id = feature.id
WHERE feature.layer_code = ANY ($1)
