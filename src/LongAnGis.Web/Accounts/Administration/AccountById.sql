-- One account as an administrator sees it.
SELECT id, user_name, display_name, roles, agency_code, area_code,
       disabled_at IS NOT NULL, password_hash IS NOT NULL, oidc_subject IS NOT NULL,
       invitation_expires_at, last_sign_in_at, email
FROM plan.account
WHERE id = $1
