-- What a save needs to know of its change set: the plan and day that hold for it, its instrument, and the last position that
-- was ever given away, since positions are never used again.
SELECT
  change_set.plan_code,
  change_set.in_force_from,
  greatest(
    (SELECT max(change.position) FROM plan.change WHERE change.change_set_id = change_set.id),
    (SELECT max(edit.position) FROM plan.draft_edit AS edit WHERE edit.change_set_id = change_set.id),
    0
  ) AS last_position
FROM plan.change_set
WHERE change_set.id = $1
