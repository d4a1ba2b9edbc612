-- Somebody is here, at a place or on a feature; answers whether that is news to the others. A browser tab (client) belongs to
-- the account that it first came with, and nobody fills a room alone.
WITH before AS (
  SELECT presence.editing, presence.at
  FROM plan.presence
  WHERE presence.change_set_id = @change_set
    AND presence.client = @client
    AND presence.seen_at > @gone_before
),
long_gone AS (
  DELETE FROM plan.presence
  WHERE presence.change_set_id = @change_set
    AND presence.seen_at < @gone_before::timestamptz - interval '10 minutes'
),
put AS (
  INSERT INTO plan.presence AS presence (change_set_id, client, account_id, seen_at, editing, at)
  SELECT @change_set, @client, @account, @now, @editing::text, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326)
  WHERE (
    SELECT count(*)
    FROM plan.presence AS own
    WHERE own.change_set_id = @change_set AND own.account_id = @account AND own.client <> @client
  ) < @most::integer
  ON CONFLICT (change_set_id, client) DO UPDATE
  SET seen_at = excluded.seen_at, editing = excluded.editing, at = excluded.at
  WHERE presence.account_id = excluded.account_id
  RETURNING presence.editing, presence.at
)
SELECT EXISTS (
  SELECT FROM put
  LEFT JOIN before ON true
  WHERE NOT EXISTS (SELECT FROM before)
    OR put.editing IS DISTINCT FROM before.editing
    OR put.at::text IS DISTINCT FROM before.at::text
)
