-- What a unit filed last on a task for an earlier period and was not returned: the text that stands beside a new report.
SELECT
  report.id, report.version, report.last_day, report.percent, report.completed_on, report.done, report.obstacles, report.proposals,
  report.reason, report.figures::text, report.files, report.filed_at, report.filed_by, filer.display_name,
  decision.verdict, decision.note, decision.decided_at, head.display_name, report.period, report.figures_status
FROM plan.report
JOIN plan.account AS filer ON filer.id = report.filed_by
LEFT JOIN plan.report_decision AS decision ON decision.report_id = report.id
LEFT JOIN plan.account AS head ON head.id = decision.decided_by
WHERE report.task_code = @task
  AND report.agency_code = @agency
  AND report.last_day < @day
  AND decision.verdict IS DISTINCT FROM 'returned'
ORDER BY report.last_day DESC, report.version DESC
LIMIT 1
