-- The newest approved word of each unit on a task, as of a day.
SELECT DISTINCT ON (report.agency_code) report.agency_code, report.percent, report.completed_on, report.done, report.reason
FROM plan.report
JOIN plan.report_decision AS decision ON decision.report_id = report.id
WHERE report.task_code = @task
  AND report.last_day <= @day
  AND decision.verdict = 'approved'
ORDER BY report.agency_code, report.last_day DESC, report.version DESC
