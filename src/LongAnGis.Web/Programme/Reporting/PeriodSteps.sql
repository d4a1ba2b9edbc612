-- What the desk did to periods, the oldest first.
SELECT step.period, step.step, step.closes_on, step.reason, step.taken_at, account.display_name
FROM plan.period_step AS step
JOIN plan.account ON account.id = step.taken_by
WHERE step.period = ANY (@periods)
ORDER BY step.id
