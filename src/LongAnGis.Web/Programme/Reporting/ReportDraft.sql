-- The report that a unit is writing on a task for a period.
SELECT
  draft.revision, draft.percent, draft.completed_on, draft.done, draft.obstacles, draft.proposals, draft.reason,
  draft.figures::text, draft.files, draft.saved_at, account.display_name, draft.figures_status
FROM plan.report_draft AS draft
JOIN plan.account ON account.id = draft.saved_by
WHERE draft.task_code = @task
  AND draft.agency_code = @agency
  AND draft.period = @period
