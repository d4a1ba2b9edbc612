-- On which days changes of a set restore another content than the one that they state.
SELECT
  period.position,
  lower(period.days * change.in_force),
  upper(period.days * change.in_force),
  was.name_vi,
  was.name_en
FROM plan.change_period AS period
JOIN plan.change ON change.change_set_id = period.change_set_id AND change.position = period.position
LEFT JOIN plan.feature_version AS was ON was.version_id = period.version_id
WHERE period.change_set_id = $1
  AND change.op <> 'delete'
  AND period.days && change.in_force
ORDER BY period.position, period.days
