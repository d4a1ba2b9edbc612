-- The newest progress of each task that was known of a day or the days before: one step into the index by task and day for
-- each task, since sorting all reports of all periods would grow with the years.
SELECT progress.task_code, progress.day, progress.percent, progress.completed_on, progress.said, progress.reason
FROM pub.task_version AS task
CROSS JOIN LATERAL (
  SELECT task_code, day, percent, completed_on, said, reason
  FROM pub.task_progress AS known
  WHERE known.task_code = task.task_code
    AND known.day <= @day
    AND known.edition_from <= @edition
    AND (known.edition_to IS NULL OR known.edition_to > @edition)
  ORDER BY known.day DESC
  LIMIT 1
) AS progress
WHERE task.plan_code = @plan
  AND task.edition_from <= @edition
  AND (task.edition_to IS NULL OR task.edition_to > @edition)
  AND task.in_force @> @day::date
