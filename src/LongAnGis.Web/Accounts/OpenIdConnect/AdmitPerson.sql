-- A first account for somebody whom a provider knows; none when the user name is taken.
INSERT INTO plan.account (user_name, display_name, email, oidc_issuer, oidc_subject, created_at, created_by)
VALUES ($1, $2, $3, $4, $5, $6, '(openid connect)')
ON CONFLICT DO NOTHING
RETURNING id
