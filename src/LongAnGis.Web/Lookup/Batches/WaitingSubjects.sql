-- The next of a batch that wait for an answer; none when somebody has stopped it meanwhile.
SELECT subject.position, subject.corners
FROM plan.lookup_batch_subject AS subject
JOIN plan.lookup_batch AS batch ON batch.id = subject.batch_id
WHERE subject.batch_id = @id
  AND subject.answer IS NULL
  AND subject.fault_vi IS NULL
  AND batch.cancelled_at IS NULL
ORDER BY subject.position
LIMIT @most
