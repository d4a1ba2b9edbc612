-- The changed features at the newest revision, each as it is in force on the day of its change, with its newest version.
SELECT
  feature.id, feature.version, content.layer_code, content.code, content.name_vi, content.name_en,
  content.attributes::text, content.geom, content.geometry_quality, content.geometry_source, content.note,
  content.instrument_code, content.in_force,
  EXISTS (SELECT FROM plan.feature_version AS living WHERE living.feature_id = feature.id AND living.revision_to IS NULL)
FROM unnest(@features::bigint[], @days::date[]) AS asked (feature_id, day)
JOIN plan.feature ON feature.id = asked.feature_id
LEFT JOIN plan.feature_version AS content
  ON content.feature_id = feature.id
  AND content.revision_to IS NULL
  AND content.in_force @> asked.day
