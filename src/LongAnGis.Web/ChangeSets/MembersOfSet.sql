-- Those who edit a change set beside its author.
SELECT account.id, account.display_name, account.user_name
FROM plan.change_set_member AS member
JOIN plan.account ON account.id = member.account_id
WHERE member.change_set_id = $1
ORDER BY account.display_name, account.id
