-- The account behind a token, with what ends it: it may be over, revoked, or its owner disabled.
SELECT account.id, account.user_name, account.display_name, account.roles, account.agency_code, account.area_code,
       account.disabled_at IS NOT NULL AS is_disabled,
       token.id, token.name, token.scopes, token.created_at, token.expires_at, token.last_used_at, token.revoked_at
FROM plan.api_token AS token
JOIN plan.account ON account.id = token.account_id
WHERE token.token_hash = $1
