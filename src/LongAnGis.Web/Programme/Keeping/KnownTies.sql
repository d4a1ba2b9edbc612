-- Which of the named features, indicators and targets are there: features by layer and code in the plan, with their ids.
SELECT 'feature' AS kind, named.key, feature.id
FROM unnest(@features::text[]) AS named (key)
JOIN plan.feature
  ON feature.layer_code = split_part(named.key, '/', 1)
  AND feature.code = split_part(named.key, '/', 2)
  AND (feature.plan_code IS NULL OR feature.plan_code = @plan)
UNION ALL
SELECT 'indicator', indicator.code, NULL FROM plan.indicator WHERE indicator.code = ANY (@indicators::text[])
UNION ALL
SELECT DISTINCT 'target', target.code, NULL::bigint FROM plan.target WHERE target.code = ANY (@targets::text[])
