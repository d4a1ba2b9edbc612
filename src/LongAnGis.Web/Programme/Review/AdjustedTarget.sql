-- A target as it holds now, as plan.record_targets takes it, with its version.
SELECT version, to_jsonb(target)::text
FROM plan.target
WHERE code = @code
  AND edition_to IS NULL
