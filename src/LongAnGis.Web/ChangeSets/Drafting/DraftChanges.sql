-- The changes of a set, in the order of their positions.
SELECT document::text
FROM plan.draft_change
WHERE change_set_id = $1
  AND ($2::integer[] IS NULL OR position = ANY ($2))
ORDER BY position
