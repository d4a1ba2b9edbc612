-- An import for whoever sent it; without the file itself.
SELECT
  job.id,
  job.change_set_id,
  job.account_id,
  job.language,
  job.layer_code,
  job.file_name,
  job.wish::text,
  job.step,
  job.stage,
  job.outcome::text,
  job.fault_vi,
  job.fault_en,
  job.ask::text,
  job.cancelled_at IS NOT NULL AS is_cancelled
FROM plan.import_job AS job
WHERE job.id = @id
  AND job.expires_at > @now
