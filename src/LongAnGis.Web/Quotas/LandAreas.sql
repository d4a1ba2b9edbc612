-- The districts or communes of a day, those that have a boundary.
SELECT area.code, area.full_name_vi, area.name_en
FROM plan.area
JOIN plan.feature_version AS boundary
  ON boundary.feature_id = area.feature_id
  AND boundary.layer_code IN ('districts', 'communes')
  AND boundary.revision_to IS NULL
WHERE area.valid @> @day::date
ORDER BY area.code
