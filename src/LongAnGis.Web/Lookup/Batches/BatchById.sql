-- A batch and how far it is; one that has expired is no more.
SELECT
  batch.kind,
  batch.language,
  batch.headings,
  batch.frame_srid,
  batch.plan_code,
  batch.revision,
  batch.as_of,
  batch.made_at,
  batch.expires_at,
  batch.cancelled_at IS NOT NULL AS is_cancelled,
  batch.finished_at IS NOT NULL AS is_finished,
  count(subject.position)::integer AS subjects,
  count(subject.answer)::integer AS answered,
  count(subject.fault_vi)::integer AS faulty
FROM plan.lookup_batch AS batch
LEFT JOIN plan.lookup_batch_subject AS subject ON subject.batch_id = batch.id
WHERE batch.id = @id
  AND batch.expires_at > @now
GROUP BY batch.id
