-- Who took which step when, with what they said.
SELECT step.at, step.actor, step.step, step.state_after, step.note
FROM plan.change_set_step AS step
WHERE step.change_set_id = $1
ORDER BY step.id
