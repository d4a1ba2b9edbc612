-- Takes the import that has waited longest; one whose node has died is free again when its time is over.
UPDATE plan.import_job
SET held_until = @until, stage = 'reading'
WHERE id = (
  SELECT id
  FROM plan.import_job
  WHERE stage <> 'done'
    AND cancelled_at IS NULL
    AND expires_at > @now
    AND (held_until IS NULL OR held_until <= @now)
  ORDER BY made_at
  LIMIT 1
  FOR UPDATE SKIP LOCKED
)
RETURNING id
