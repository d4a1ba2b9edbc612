-- Planners who could edit a change set too.
SELECT account.id, account.display_name, account.user_name
FROM plan.account
WHERE account.disabled_at IS NULL
  AND 'planner' = ANY (account.roles)
  AND NOT EXISTS (SELECT FROM plan.change_set WHERE change_set.id = $1 AND change_set.author_id = account.id)
  AND NOT EXISTS (
    SELECT FROM plan.change_set_member AS member
    WHERE member.change_set_id = $1 AND member.account_id = account.id
  )
ORDER BY account.display_name, account.id
LIMIT 500
