-- The saved states for going back: changes as they now are, and the end of those that were dropped.
INSERT INTO plan.draft_edit (change_set_id, position, version, at, account_id, client, content, geom)
SELECT
  change.change_set_id, change.position, change.version, @at::timestamptz, @account::uuid, @client::uuid,
  plan.change_content(change),
  change.geom
FROM plan.change
WHERE change.change_set_id = @change_set
  AND change.position = ANY (@put::integer[])
UNION ALL
SELECT @change_set::uuid, dropped.position, dropped.version, @at::timestamptz, @account::uuid, @client::uuid, NULL, NULL
FROM unnest(@dropped::integer[], @dropped_versions::integer[]) AS dropped (position, version);

UPDATE plan.change_set
SET version = version + 1, updated_at = @at::timestamptz
WHERE id = @change_set::uuid
