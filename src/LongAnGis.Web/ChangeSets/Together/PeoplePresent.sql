-- Who has a change set open now.
SELECT presence.client, account.display_name, presence.editing, ST_X(presence.at), ST_Y(presence.at)
FROM plan.presence
JOIN plan.account ON account.id = presence.account_id AND account.disabled_at IS NULL
WHERE presence.change_set_id = $1
  AND presence.seen_at > $2
ORDER BY account.display_name, presence.client
LIMIT 100
