-- The version of a feature that speaks for a moment: the one in force that day; else the last that was; else the next.
-- Its extent, in WGS 84, lets the map go there.
SELECT
  {columns},
  CASE WHEN NOT ST_IsEmpty(version.geom) THEN ST_XMin(version.geom) END AS west,
  ST_YMin(version.geom) AS south,
  ST_XMax(version.geom) AS east,
  ST_YMax(version.geom) AS north,
  ST_Dimension(version.geom) AS dimension
FROM pub.feature_version AS version
WHERE version.layer_code = @layer
  AND version.feature_id = @id
  AND version.revision_from <= @revision
  AND (version.revision_to IS NULL OR version.revision_to > @revision)
ORDER BY
  version.in_force @> @day DESC,
  lower(version.in_force) <= @day DESC,
  CASE WHEN lower(version.in_force) <= @day THEN lower(version.in_force) END DESC,
  lower(version.in_force)
LIMIT 1
