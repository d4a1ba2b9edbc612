-- Every report of a task's progress as known by an edition, the newest first; what was corrected later says when.
SELECT day, percent, completed_on, said, reason, recorded_at, recorded_by, edition_to IS NOT NULL AND edition_to <= @edition AS is_corrected
FROM pub.task_progress
WHERE task_code = @task
  AND edition_from <= @edition
ORDER BY day DESC, edition_from DESC
LIMIT 200
