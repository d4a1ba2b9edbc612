-- The newest progress of each task that was known of a day or the days before.
SELECT task_code, told_on, percent, completed_on, said, reason
FROM pub.newest_progress(@plan, @edition, @day)
