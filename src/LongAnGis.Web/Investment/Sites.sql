-- Every site in force at a moment, its place, and the straight distances (metres on the ellipsoid) to the nearest expressway
-- and the nearest border gate that the plan draws. The few roads and gates are read once, as geography.
WITH version AS (
  SELECT
    feature_version.*,
    coalesce(feature_version.label_point, ST_PointOnSurface(feature_version.geom)) AS place
  FROM pub.feature_version
  WHERE feature_version.layer_code = ANY (@layers::text[])
    AND (feature_version.plan_code IS NULL OR feature_version.plan_code = @plan)
    AND feature_version.revision_from <= @revision::integer
    AND (feature_version.revision_to IS NULL OR feature_version.revision_to > @revision::integer)
    AND feature_version.in_force @> @day::date
),
expressway AS MATERIALIZED (
  SELECT road.geom::geography AS course
  FROM pub.feature_version AS road
  WHERE road.layer_code = 'transport'
    AND road.geom IS NOT NULL
    AND road.attributes ->> 'sector' = 'expressway'
    AND (road.plan_code IS NULL OR road.plan_code = @plan)
    AND road.revision_from <= @revision::integer
    AND (road.revision_to IS NULL OR road.revision_to > @revision::integer)
    AND road.in_force @> @day::date
),
border_gate AS MATERIALIZED (
  SELECT version.place::geography AS place
  FROM version
  WHERE version.layer_code = 'projects'
    AND version.place IS NOT NULL
    AND version.attributes ->> 'sector' = 'border_gate'
)
SELECT
  version.feature_id,
  version.layer_code,
  version.code,
  version.name_vi,
  version.name_en,
  version.attributes::text,
  version.geometry_quality = 'indicative' AS is_indicative,
  version.search_text,
  ST_Y(version.place) AS latitude,
  ST_X(version.place) AS longitude,
  (SELECT min(ST_Distance(expressway.course, version.place::geography)) FROM expressway) AS expressway_m,
  (SELECT min(ST_Distance(border_gate.place, version.place::geography)) FROM border_gate) AS border_gate_m
FROM version
