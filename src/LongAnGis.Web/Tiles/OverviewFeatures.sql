-- As TileFeatures, for the zooms that have generalised geometry: where there is a lighter shape for the zoom, it is taken.
SELECT
  version.feature_id,
  version.name_vi,
  version.code,
  version.geometry_quality,
  coalesce(overview.geom, version.geom)::bytea AS geometry,
  ST_X(version.label_point) AS label_longitude,
  ST_Y(version.label_point) AS label_latitude
  /* attributes */
FROM pub.feature_version AS version
LEFT JOIN pub.feature_overview AS overview
  ON overview.layer_code = version.layer_code
  AND overview.version_id = version.version_id
  AND overview.zoom = $9
WHERE version.layer_code = $1
  AND version.geom && ST_MakeEnvelope($2, $3, $4, $5, 4326)
  AND version.revision_from <= $6
  AND (version.revision_to IS NULL OR version.revision_to > $6)
  AND version.in_force @> $7::date
  AND ($8::text IS NULL OR version.plan_code = $8)
  /* classes */
ORDER BY version.feature_id
