-- New details of a draft. Changes that took effect on the day it had before follow to the new one.
UPDATE plan.change
SET
  in_force = daterange(@in_force_from, upper(change.in_force)),
  version = change.version + 1,
  updated_at = @at,
  updated_by = @by
FROM plan.change_set
WHERE change_set.id = @id
  AND change.change_set_id = change_set.id
  AND change_set.in_force_from IS DISTINCT FROM @in_force_from
  AND lower(change.in_force) IS NOT DISTINCT FROM change_set.in_force_from
  AND (upper_inf(change.in_force) OR upper(change.in_force) > @in_force_from);

UPDATE plan.change_set
SET
  plan_code = @plan,
  title_vi = @title_vi,
  title_en = @title_en,
  reason = @reason,
  instrument_code = @instrument,
  in_force_from = @in_force_from,
  kind = @kind,
  ground = @ground,
  version = version + 1,
  updated_at = @at
WHERE id = @id;
