-- Projects, parks, clusters, economic zones, urban centres and transport works on or across the ground that changes.
-- The first list of layers decides what is asked; a symbol is only said to stand there, never measured.
SELECT DISTINCT
  version.layer_code, layer.name_vi, layer.name_en, layer.position, version.code, version.name_vi, version.name_en,
  version.geometry_quality = 'indicative' AS is_indicative
FROM unnest(@grounds::geometry[]) AS ground (geom)
JOIN plan.feature_version AS version
  ON version.geom && ground.geom
  AND ST_Intersects(version.geom, ground.geom)
JOIN plan.layer ON layer.code = version.layer_code
WHERE version.layer_code IN (
    'projects', 'industrial-parks', 'industrial-clusters', 'economic-zones', 'urban-centres', 'transport'
  )
  AND version.revision_to IS NULL
  AND version.in_force @> @day::date
  AND (version.plan_code IS NULL OR version.plan_code = @plan)
  AND NOT (version.layer_code || '/' || version.code = ANY (@changed::text[]))
ORDER BY layer.position DESC, version.name_vi, version.code
LIMIT 200
