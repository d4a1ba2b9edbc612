-- What changes add to (sign 1) or take from (sign -1) each land class in each district or commune.
SELECT
  area.code,
  area.full_name_vi,
  area.name_en,
  moved.land_class,
  sum(moved.sign * ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(boundary.geom, moved.geom), 3), 9210)))
    / 10000 AS hectares
FROM unnest(@geometries::geometry[], @classes::text[], @signs::integer[]) AS moved (geom, land_class, sign)
JOIN plan.feature_version AS boundary
  ON boundary.geom && moved.geom
  AND boundary.layer_code IN ('districts', 'communes')
  AND boundary.revision_to IS NULL
JOIN plan.area
  ON area.feature_id = boundary.feature_id
  AND area.valid @> @day::date
GROUP BY area.code, area.full_name_vi, area.name_en, moved.land_class
HAVING abs(sum(moved.sign * ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(boundary.geom, moved.geom), 3), 9210)))) > 1
