-- Keeps a composed report as the next version of its scope and period.
INSERT INTO plan.composed_report (id, period, scope, version, figures, composed_at, composed_by, texts, saved_at, saved_by)
SELECT @id, @period, @scope, 1 + coalesce(max(version), 0), @figures, @now, @person, @texts, @now, @person
FROM plan.composed_report
WHERE scope = @scope AND period = @period
