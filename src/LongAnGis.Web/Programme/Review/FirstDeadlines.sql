-- The deadline that tasks were first given.
SELECT DISTINCT ON (task_code) task_code, deadline
FROM pub.task_version
WHERE task_code = ANY (@tasks)
ORDER BY task_code, version
