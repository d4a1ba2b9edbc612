-- Keeps a composed report as the next version of its scope and period.
INSERT INTO plan.composed_report (id, period, scope, version, figures, composed_at, composed_by, texts, saved_at, saved_by)
SELECT
  @id::uuid, @period::text, @scope::text, 1 + coalesce(max(version), 0), @figures::jsonb, @now::timestamptz, @person::uuid, @texts::jsonb,
  @now::timestamptz, @person::uuid
FROM plan.composed_report
WHERE scope = @scope::text
  AND period = @period::text
