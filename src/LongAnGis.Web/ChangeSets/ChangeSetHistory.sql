-- The steps of a change set, oldest first.
SELECT step.at, step.actor, step.step, step.state_after, step.note, step.detail ->> 'number', step.detail ->> 'date',
  step.detail ->> 'signer', (step.detail ->> 'revision')::integer
FROM plan.change_set_step AS step
WHERE step.change_set_id = $1
ORDER BY step.id
LIMIT 200
