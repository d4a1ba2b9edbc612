-- Ends a turn: the batch waits behind the others, or is done.
UPDATE plan.lookup_batch AS batch
SET
  held_until = @now::timestamptz,
  finished_at = CASE
    WHEN batch.cancelled_at IS NULL AND NOT EXISTS (
      SELECT 1
      FROM plan.lookup_batch_subject AS subject
      WHERE subject.batch_id = batch.id
        AND subject.answer IS NULL
        AND subject.fault_vi IS NULL
    ) THEN @now::timestamptz
  END
WHERE batch.id = @id
