-- Takes the batch that has waited longest for its turn; another node takes the one after it. One whose node has died is
-- free again when its time is over.
UPDATE plan.lookup_batch
SET held_until = @until
WHERE id = (
  SELECT id
  FROM plan.lookup_batch
  WHERE finished_at IS NULL
    AND cancelled_at IS NULL
    AND expires_at > @now
    AND (held_until IS NULL OR held_until <= @now)
  ORDER BY held_until NULLS FIRST, made_at
  LIMIT 1
  FOR UPDATE SKIP LOCKED
)
RETURNING id
