-- Whoever sent the file, with what they may do now and not when they sent it.
SELECT id, user_name, display_name, roles
FROM plan.account
WHERE id = @id
  AND disabled_at IS NULL
