-- The rows of a batch in the file's order, each with the answer of its parcel or point.
SELECT line.cells, subject.answer::text, subject.fault_vi, subject.fault_en, line.subject, subject.corners
FROM plan.lookup_batch_row AS line
LEFT JOIN plan.lookup_batch_subject AS subject
  ON subject.batch_id = line.batch_id AND subject.position = line.subject
WHERE line.batch_id = @id
ORDER BY line.position
