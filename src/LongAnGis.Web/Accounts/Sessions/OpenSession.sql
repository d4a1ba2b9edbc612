-- Opens a session for an account that may come in, with the stamp that the account carries now.
INSERT INTO plan.session (key_hash, account_id, security_stamp, ticket, created_at, seen_at, expires_at, user_agent)
SELECT $1, id, security_stamp, $3::bytea, $4::timestamptz, $4::timestamptz, $5::timestamptz, $6::text
FROM plan.account
WHERE id = $2 AND disabled_at IS NULL
