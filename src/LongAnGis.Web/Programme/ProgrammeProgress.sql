-- The newest progress of each task that was known of a day or the days before.
SELECT DISTINCT ON (task_code) task_code, day, percent, completed_on, said, reason
FROM pub.task_progress
WHERE plan_code = @plan
  AND day <= @day
  AND edition_from <= @edition
  AND (edition_to IS NULL OR edition_to > @edition)
ORDER BY task_code, day DESC
