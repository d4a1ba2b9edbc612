-- Where somebody is signed in, last seen first.
SELECT session.key_hash, session.created_at, session.seen_at, session.user_agent
FROM plan.session
JOIN plan.account ON account.id = session.account_id AND account.security_stamp = session.security_stamp
WHERE session.account_id = $1 AND session.expires_at > $2::timestamptz
ORDER BY session.seen_at DESC
LIMIT 100
