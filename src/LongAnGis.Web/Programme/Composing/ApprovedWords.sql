-- What units wrote in reports of a stretch of time that their heads approved, the newest of each unit on each task.
SELECT DISTINCT ON (report.agency_code, report.task_code)
  report.agency_code, report.task_code, report.done, report.obstacles, report.proposals, report.reason
FROM plan.report
JOIN plan.report_decision AS decision ON decision.report_id = report.id
WHERE report.last_day BETWEEN @first AND @last
  AND decision.verdict = 'approved'
ORDER BY report.agency_code, report.task_code, report.last_day DESC, report.version DESC
