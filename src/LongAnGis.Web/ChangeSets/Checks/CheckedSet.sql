-- The change set that is judged: its plan, its day, and the newest revision that it is judged against.
SELECT
  change_set.plan_code,
  coalesce(change_set.in_force_from, @today::date) AS day,
  lower(plan.in_force) AS plan_begins,
  (SELECT coalesce(max(number), 0) FROM plan.revision) AS revision
FROM plan.change_set
LEFT JOIN plan.plan ON plan.code = change_set.plan_code
WHERE change_set.id = @change_set
