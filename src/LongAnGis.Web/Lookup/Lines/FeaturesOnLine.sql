-- Everything that a line meets, as known at a revision: what is in force on the day, and what no longer or not yet is. Units of
-- administration are told of every time. Geometry beyond the line's box is cut off here.
WITH here AS MATERIALIZED (
  -- Found before it is put in order: joined at once, the planner asks every partition anew for each layer.
  SELECT version.*
  FROM pub.feature_version AS version
  WHERE ST_Intersects(version.geom, @line::geometry)
    AND (version.plan_code IS NULL OR version.plan_code = @plan)
    AND version.revision_from <= @revision
    AND (version.revision_to IS NULL OR version.revision_to > @revision)
)
SELECT
  version.version_id,
  version.feature_id,
  version.layer_code,
  version.code,
  version.name_vi,
  version.name_en,
  version.geometry_quality = 'indicative' AS is_indicative,
  version.instrument_code,
  version.in_force,
  version.in_force @> @day::date AS is_in_force,
  ST_Dimension(version.geom) AS dimension,
  ST_ClipByBox2D(version.geom, ST_Expand(@line::geometry, 0.001)) AS shape
FROM here AS version
JOIN pub.layer ON layer.code = version.layer_code
ORDER BY layer.position DESC, version.name_vi COLLATE "vi-x-icu", version.version_id
LIMIT 2000
