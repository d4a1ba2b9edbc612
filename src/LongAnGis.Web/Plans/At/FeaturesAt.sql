-- Everything at a place and a moment, topmost layer first: areas that hold the point, lines and points within reach of a
-- finger or pointer (degrees; at this latitude a degree of longitude is 98 % of one of latitude).
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
  ST_Distance(version.geom::geography, place.point::geography) AS distance_m
FROM (SELECT ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326) AS point) AS place
JOIN pub.feature_version AS version
  ON ST_DWithin(version.geom, place.point, @reach)
JOIN pub.layer ON layer.code = version.layer_code
WHERE (version.plan_code IS NULL OR version.plan_code = @plan)
  AND version.revision_from <= @revision
  AND (version.revision_to IS NULL OR version.revision_to > @revision)
  AND version.in_force @> @day
  AND (ST_Dimension(version.geom) < 2 OR ST_Intersects(version.geom, place.point))
ORDER BY layer.position DESC, distance_m, version.name_vi COLLATE "vi-x-icu"
LIMIT 100
