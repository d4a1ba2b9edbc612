-- How far every report of a period is, of all units or of one: its newest version with what was decided about it, and
-- whether somebody is writing.
WITH newest AS (
  SELECT DISTINCT ON (report.agency_code, report.task_code)
    report.agency_code, report.task_code, report.version, report.percent, report.filed_at, decision.verdict
  FROM plan.report
  LEFT JOIN plan.report_decision AS decision ON decision.report_id = report.id
  WHERE report.period = @period
    AND (@agency::text IS NULL OR report.agency_code = @agency)
  ORDER BY report.agency_code, report.task_code, report.version DESC
), draft AS (
  SELECT agency_code, task_code
  FROM plan.report_draft
  WHERE period = @period
    AND (@agency::text IS NULL OR agency_code = @agency)
)
SELECT agency_code, task_code, newest.version, newest.percent, newest.filed_at, newest.verdict
FROM newest
FULL JOIN draft USING (agency_code, task_code)
