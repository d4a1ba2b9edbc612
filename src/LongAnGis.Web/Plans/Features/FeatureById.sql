-- The version of a feature that speaks for a moment: the one in force that day; else the last that was; else the next.
-- Its extent, in WGS 84, lets the map go there.
SELECT
  version.version_id,
  version.feature_id,
  version.layer_code,
  version.plan_code,
  version.code,
  version.name_vi,
  version.name_en,
  version.attributes::text,
  version.geometry_quality,
  version.geometry_source,
  version.sources::text,
  version.note,
  version.instrument_code,
  version.in_force,
  version.revision_from,
  version.revision_to,
  version.recorded_at,
  version.recorded_by,
  version.successor_id,
  version.area_m2,
  version.length_m,
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
  version.in_force @> @day::date DESC,
  lower(version.in_force) <= @day::date DESC,
  CASE WHEN lower(version.in_force) <= @day::date THEN lower(version.in_force) END DESC,
  lower(version.in_force)
LIMIT 1
