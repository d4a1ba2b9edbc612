-- Everything at a place and a moment, topmost layer first: areas that hold the point, lines and points within reach of a
-- finger or pointer (degrees; at this latitude a degree of longitude is 98 % of one of latitude). What holds the point is at no
-- distance: to measure that on the ellipsoid costs ten times the rest of the question where outlines are long.
WITH here AS MATERIALIZED (
  -- Found before it is put in order: joined at once, the planner asks every partition anew for each layer.
  SELECT version.*, place.point
  FROM (SELECT ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326) AS point) AS place
  JOIN pub.feature_version AS version
    ON version.geom && ST_Expand(place.point, @reach)
  WHERE (version.plan_code IS NULL OR version.plan_code = @plan)
    AND version.revision_from <= @revision
    AND (version.revision_to IS NULL OR version.revision_to > @revision)
    AND version.in_force @> @day
    AND CASE
      WHEN ST_Dimension(version.geom) = 2 THEN ST_Intersects(version.geom, place.point)
      ELSE ST_DWithin(version.geom, place.point, @reach)
    END
)
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
  ST_Dimension(version.geom) AS dimension,
  CASE
    WHEN ST_Dimension(version.geom) = 2 THEN 0
    ELSE ST_Distance(version.geom::geography, version.point::geography)
  END AS distance_m
FROM here AS version
JOIN pub.layer ON layer.code = version.layer_code
ORDER BY layer.position DESC, distance_m, version.name_vi COLLATE "vi-x-icu"
LIMIT 100
