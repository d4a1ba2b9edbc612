-- The answer that a write with this key got before, and the hash of what was sent then.
SELECT request_hash, status, content_type, headers ->> 'location' AS location, coalesce(body, ''::bytea) AS body
FROM plan.kept_answer
WHERE account_id = $1
  AND key = $2
