-- Amendments open for comment that touch what somebody follows and of which they were not told.
SELECT
  watch.id,
  watch.address,
  watch.language,
  watch.place_vi,
  watch.place_en,
  watch.path,
  watch.site,
  change_set.id AS change_set_id,
  change_set.title_vi,
  change_set.title_en
FROM plan.change_set
JOIN plan.watch ON watch.confirmed_at IS NOT NULL
WHERE change_set.state = 'consultation'
  AND NOT EXISTS (SELECT 1 FROM plan.watch_told AS told WHERE told.watch_id = watch.id AND told.change_set_id = change_set.id)
  AND EXISTS (
    SELECT 1
    FROM plan.change
    JOIN pub.layer AS layer ON layer.code = change.layer_code
    LEFT JOIN plan.change_base AS base ON base.change_set_id = change.change_set_id AND base.position = change.position
    WHERE change.change_set_id = change_set.id
      AND (ST_Intersects(change.geom, watch.geom) OR ST_Intersects(base.geom, watch.geom))
  )
ORDER BY watch.id, change_set.id
LIMIT 200
FOR UPDATE OF watch SKIP LOCKED
