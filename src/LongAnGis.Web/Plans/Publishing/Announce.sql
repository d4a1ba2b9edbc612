-- Tells every listening service which public layers changed and where; sent by PostgreSQL when the transaction commits.
SELECT pg_notify(
  'revision',
  json_build_object(
    'revision', @revision::integer,
    'layers', coalesce(json_agg(DISTINCT version.layer_code), '[]'),
    'bbox', CASE WHEN count(version.geom) > 0 THEN json_build_array(
      min(ST_XMin(version.geom)), min(ST_YMin(version.geom)), max(ST_XMax(version.geom)), max(ST_YMax(version.geom))
    ) END
  )::text
)
FROM pub.feature_version AS version
WHERE version.layer_code IN (
    SELECT layer_revision.layer_code FROM plan.layer_revision WHERE layer_revision.number = @revision
  )
  AND (version.revision_from = @revision OR version.revision_to = @revision)
