-- Somebody's tokens, those that are over last.
SELECT id, name, scopes, created_at, expires_at, last_used_at, revoked_at
FROM plan.api_token
WHERE account_id = $1
ORDER BY revoked_at IS NOT NULL OR expires_at <= $2::timestamptz, created_at DESC
LIMIT 50
