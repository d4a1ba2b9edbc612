-- The zones of a plan that take up land of one class on a day, the largest first; what is indicative is not measured.
SELECT
  version.layer_code,
  version.feature_id,
  version.code,
  version.name_vi,
  version.name_en,
  version.area_m2 / 10000 AS hectares
FROM plan.layer
JOIN plan.feature_version AS version
  ON version.layer_code = layer.code
  AND version.revision_to IS NULL
WHERE layer.land_class_attribute IS NOT NULL
  AND version.in_force @> @day::date
  AND version.plan_code IS NOT DISTINCT FROM @plan
  AND version.area_m2 IS NOT NULL
  AND version.attributes ->> layer.land_class_attribute = @land_class
ORDER BY version.area_m2 DESC, version.feature_id
LIMIT 500
