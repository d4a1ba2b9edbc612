-- The answer to a write, kept by the write's own transaction: either both are there afterwards, or neither.
INSERT INTO plan.kept_answer (account_id, key, request_hash, status, content_type, headers, body, at)
VALUES (
  $1, $2, $3, $4, $5::text,
  CASE WHEN $6::text IS NULL THEN '{}' ELSE jsonb_build_object('location', $6::text) END,
  $7, $8
)
