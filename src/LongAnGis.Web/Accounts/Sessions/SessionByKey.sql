-- The account behind a session's key, unless the session is over or the account may no longer come in.
SELECT account.id, account.user_name, account.display_name, account.roles, account.agency_code, account.area_code,
       session.seen_at
FROM plan.session
JOIN plan.account ON account.id = session.account_id
WHERE session.key_hash = $1
  AND session.expires_at > $2::timestamptz
  AND session.security_stamp = account.security_stamp
  AND account.disabled_at IS NULL
