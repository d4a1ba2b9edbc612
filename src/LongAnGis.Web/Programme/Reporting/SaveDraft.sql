-- Keeps a report that is being written, in the place of what it said before.
INSERT INTO plan.report_draft AS draft (
  period, agency_code, task_code, revision, percent, completed_on, done, obstacles, proposals, reason, figures, figures_status, files, saved_at, saved_by
)
VALUES (
  @period, @agency, @task, 1, @percent, @completed_on, @done, @obstacles, @proposals, @reason, @figures, @figures_status, @files, @now, @person
)
ON CONFLICT (task_code, agency_code, period) DO UPDATE
SET
  revision = draft.revision + 1,
  percent = excluded.percent,
  completed_on = excluded.completed_on,
  done = excluded.done,
  obstacles = excluded.obstacles,
  proposals = excluded.proposals,
  reason = excluded.reason,
  figures = excluded.figures,
  figures_status = excluded.figures_status,
  files = excluded.files,
  saved_at = excluded.saved_at,
  saved_by = excluded.saved_by
