-- Hectares of each land class in some districts or communes. Most zones lie inside one: their planar area is known, and only
-- those that a border crosses are cut.
SELECT
  area.code,
  version.attributes ->> layer.land_class_attribute AS land_class,
  sum(
    CASE
      WHEN ST_Covers(boundary.geom, version.geom) THEN version.area_m2
      ELSE ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(boundary.geom, version.geom), 3), 9210))
    END
  ) / 10000 AS hectares
FROM plan.area
JOIN plan.feature_version AS boundary
  ON boundary.feature_id = area.feature_id
  AND boundary.revision_to IS NULL
JOIN plan.feature_version AS version
  ON version.geom && boundary.geom
  AND version.revision_to IS NULL
JOIN plan.layer
  ON layer.code = version.layer_code
  AND layer.land_class_attribute IS NOT NULL
WHERE area.code = ANY (@areas::text[])
  AND version.in_force @> @day::date
  AND version.plan_code IS NOT DISTINCT FROM @plan
  AND version.area_m2 IS NOT NULL
  AND version.attributes ->> layer.land_class_attribute IS NOT NULL
GROUP BY area.code, land_class
