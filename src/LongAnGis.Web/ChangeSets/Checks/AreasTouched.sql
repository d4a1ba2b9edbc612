-- Districts and communes in which ground changes, with how much. Districts ended on 30/06/2025, but people still count by
-- them, so both lists are answered, whatever the day.
SELECT
  boundary.layer_code,
  area.code,
  area.full_name_vi,
  area.name_en,
  sum(ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(boundary.geom, ground.geom), 3), 9210))) / 10000 AS hectares
FROM unnest(@grounds::geometry[]) AS ground (geom)
JOIN plan.feature_version AS boundary
  ON boundary.geom && ground.geom
  AND boundary.layer_code IN ('districts', 'communes')
  AND boundary.revision_to IS NULL
JOIN plan.area ON area.feature_id = boundary.feature_id
GROUP BY boundary.layer_code, area.code, area.full_name_vi, area.name_en
HAVING sum(ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(boundary.geom, ground.geom), 3), 9210))) > 1
ORDER BY boundary.layer_code, hectares DESC
