-- Whom an invitation is for, as long as it is open.
SELECT id, user_name, display_name
FROM plan.account
WHERE invitation_hash = $1 AND invitation_expires_at > $2::timestamptz AND disabled_at IS NULL
