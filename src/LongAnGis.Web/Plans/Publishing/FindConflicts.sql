-- Changes of a set that no longer fit: the feature moved on, is gone, or (for a create) its code is taken.
SELECT
  change.layer_code,
  change.code,
  change.op,
  change.base_version,
  coalesce(by_id.version, by_code.version) AS current_version
FROM plan.change
JOIN plan.change_set ON change_set.id = change.change_set_id
JOIN plan.layer ON layer.code = change.layer_code
LEFT JOIN plan.feature AS by_id ON by_id.id = change.feature_id
LEFT JOIN plan.feature AS by_code
  ON change.op = 'create'
  AND by_code.layer_code = change.layer_code
  AND by_code.code = change.code
  AND by_code.plan_code IS NOT DISTINCT FROM CASE WHEN layer.plan_scoped THEN change_set.plan_code END
WHERE change.change_set_id = $1
  AND (
    (change.op = 'create' AND by_code.id IS NOT NULL)
    OR (change.op <> 'create' AND by_id.version IS DISTINCT FROM change.base_version)
  )
ORDER BY change.position
LIMIT 100
