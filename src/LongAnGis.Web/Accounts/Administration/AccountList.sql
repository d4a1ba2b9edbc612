-- All accounts by user name. A province has hundreds at most; names are folded and filtered by the program.
SELECT id, user_name, display_name, roles, agency_code, area_code,
       disabled_at IS NOT NULL, password_hash IS NOT NULL, oidc_subject IS NOT NULL,
       invitation_expires_at, last_sign_in_at, email
FROM plan.account
ORDER BY user_name
LIMIT 10000
