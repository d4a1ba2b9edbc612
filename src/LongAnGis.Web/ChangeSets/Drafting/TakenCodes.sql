-- Which of these codes already name a published feature of the plan (or of the context).
SELECT feature.layer_code, feature.code
FROM unnest($1::text[], $2::text[]) AS asked (layer_code, code)
JOIN plan.layer ON layer.code = asked.layer_code
JOIN plan.feature
  ON feature.layer_code = asked.layer_code
  AND feature.code = asked.code
  AND feature.plan_code IS NOT DISTINCT FROM CASE WHEN layer.plan_scoped THEN $3::text END
