-- The ground of the former province, whichever of its outlines is in force: drafts of its plan stay inside.
SELECT ST_Union(content.geom)
FROM plan.feature_version AS content
WHERE content.layer_code = 'province'
  AND content.revision_to IS NULL
