-- The account of somebody as a provider names them; held until they are in, so that nobody disables it meanwhile.
SELECT id, user_name, roles, disabled_at IS NOT NULL
FROM plan.account
WHERE oidc_issuer = $1 AND oidc_subject = $2
FOR UPDATE
