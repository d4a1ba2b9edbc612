-- The saved states of one change, newest first.
SELECT
  edit.id,
  edit.version,
  edit.at,
  account.display_name,
  edit.content IS NULL AS was_dropped,
  edit.content ->> 'nameVi' AS name_vi,
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
LIMIT 200
