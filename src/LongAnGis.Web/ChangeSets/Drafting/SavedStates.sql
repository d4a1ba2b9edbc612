-- The saved states of one change, newest first.
SELECT
  edit.version,
  coalesce(ST_NPoints(edit.geom), 0) AS vertices,
  json_build_object(
    'version', edit.version,
    'at', edit.at,
    'by', json_build_object('id', account.id, 'name', account.display_name),
    'dropped', edit.content IS NULL,
    'content', edit.content,
    'geometry', ST_AsGeoJSON(edit.geom, 15)::json
  )::text AS document
FROM plan.draft_edit AS edit
JOIN plan.account ON account.id = edit.account_id
WHERE edit.change_set_id = $1
  AND edit.position = $2
ORDER BY edit.id DESC
LIMIT 500
