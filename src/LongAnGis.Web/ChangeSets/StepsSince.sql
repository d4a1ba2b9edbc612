-- What happened to a change set since somebody looked at it: steps and saved edits, oldest first.
SELECT step.step, step.actor, step.at, NULL::bigint AS edits
FROM plan.change_set_step AS step
WHERE step.change_set_id = $1
  AND coalesce((step.detail ->> 'version')::integer, 0) > $2
UNION ALL
SELECT 'edit', account.display_name, max(edit.at), count(*)
FROM plan.draft_edit AS edit
JOIN plan.account ON account.id = edit.account_id
WHERE edit.change_set_id = $1
  AND edit.at > $3
GROUP BY account.display_name
ORDER BY 3
LIMIT 20
