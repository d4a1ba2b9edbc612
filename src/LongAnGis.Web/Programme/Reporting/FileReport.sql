-- Files a report as the next version; the draft that it was is over.
WITH draft AS (
  DELETE FROM plan.report_draft WHERE task_code = @task AND agency_code = @agency AND period = @period
)
INSERT INTO plan.report (
  period, agency_code, task_code, version, last_day, percent, completed_on, done, obstacles, proposals, reason, figures, figures_status,
  files, filed_at, filed_by
)
VALUES (
  @period, @agency, @task, @version, @last_day, @percent, @completed_on, @done, @obstacles, @proposals, @reason, @figures, @figures_status,
  @files, @now, @person
)
