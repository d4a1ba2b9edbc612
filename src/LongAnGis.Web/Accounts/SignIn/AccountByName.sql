-- What is needed to judge a password: of an account that may come in.
SELECT id, password_hash
FROM plan.account
WHERE user_name = $1 AND disabled_at IS NULL
