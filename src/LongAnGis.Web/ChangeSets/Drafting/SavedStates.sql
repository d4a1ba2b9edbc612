-- The saved states of one change, newest first; of all of them or of one.
SELECT
  edit.id,
  edit.version,
  edit.at,
  account.id,
  account.display_name,
  edit.content::text,
  ST_AsGeoJSON(edit.geom, 15),
  ST_NPoints(edit.geom),
  ST_Area(ST_Transform(edit.geom, 9210))
FROM plan.draft_edit AS edit
JOIN plan.account ON account.id = edit.account_id
WHERE edit.change_set_id = @id
  AND edit.position = @position
  AND (@state::bigint IS NULL OR edit.id = @state)
ORDER BY edit.id DESC
LIMIT @most
