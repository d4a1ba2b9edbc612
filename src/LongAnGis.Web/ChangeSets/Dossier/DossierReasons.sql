-- Why warnings were let stand.
SELECT reason.finding, reason.reason, account.display_name, reason.at
FROM plan.finding_reason AS reason
JOIN plan.account ON account.id = reason.account_id
WHERE reason.change_set_id = $1
ORDER BY reason.finding
