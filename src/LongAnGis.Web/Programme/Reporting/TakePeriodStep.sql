-- What the desk does to a period.
INSERT INTO plan.period_step (period, step, closes_on, reason, taken_at, taken_by)
VALUES (@period, @step, @closes_on, @reason, @now, @person)
