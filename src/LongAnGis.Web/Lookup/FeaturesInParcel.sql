-- Everything that a parcel meets, as known at a revision: what is in force on the day, and what no longer or not yet is.
-- Units of administration are told of every time. Geometry beyond the parcel's surroundings is cut off here, because a
-- district of ten thousand corners says no more about forty square metres of it.
WITH here AS MATERIALIZED (
  -- Found before it is put in order: joined at once, the planner asks every partition anew for each layer.
  SELECT version.*
  FROM pub.feature_version AS version
  WHERE ST_Intersects(version.geom, @parcel::geometry)
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
  CASE WHEN ST_Dimension(version.geom) = 2 THEN ST_ClipByBox2D(version.geom, ST_Expand(@parcel::geometry, 0.001)) END AS area
FROM here AS version
JOIN pub.layer ON layer.code = version.layer_code
ORDER BY layer.position DESC, version.name_vi COLLATE "vi-x-icu", version.version_id
LIMIT 2000
