-- Filed reports of a unit that wait for its head, the oldest period first.
SELECT report.period, report.task_code, report.version, report.percent, report.filed_at
FROM plan.report
WHERE report.agency_code = @agency
  AND NOT EXISTS (SELECT FROM plan.report_decision AS decision WHERE decision.report_id = report.id)
  AND NOT EXISTS (
    SELECT
    FROM plan.report AS later
    WHERE later.task_code = report.task_code
      AND later.agency_code = report.agency_code
      AND later.period = report.period
      AND later.version > report.version
  )
ORDER BY report.last_day, report.task_code
LIMIT 500
