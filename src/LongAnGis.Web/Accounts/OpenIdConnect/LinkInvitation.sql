-- Takes an invitation with an identity instead of a password: once, while it is open.
UPDATE plan.account
SET oidc_issuer = $3, oidc_subject = $4, invitation_hash = NULL, invitation_expires_at = NULL, security_stamp = gen_random_uuid()
WHERE invitation_hash = $1 AND invitation_expires_at > $2::timestamptz AND disabled_at IS NULL
RETURNING user_name
