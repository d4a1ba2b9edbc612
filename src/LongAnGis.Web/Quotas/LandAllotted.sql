-- Hectares that the zones of a plan take up on a day, by land class. An indicative zone is not measured, so it does not count.
SELECT
  version.attributes ->> layer.land_class_attribute AS land_class,
  sum(version.area_m2) / 10000 AS hectares
FROM plan.layer
JOIN plan.feature_version AS version
  ON version.layer_code = layer.code
  AND version.revision_to IS NULL
WHERE layer.land_class_attribute IS NOT NULL
  AND version.in_force @> @day::date
  AND version.plan_code IS NOT DISTINCT FROM @plan
  AND version.area_m2 IS NOT NULL
  AND version.attributes ->> layer.land_class_attribute IS NOT NULL
GROUP BY land_class
