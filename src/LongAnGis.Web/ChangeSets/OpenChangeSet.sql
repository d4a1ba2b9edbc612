-- A new draft with its author, and the first line of its history.
WITH opened AS (
  INSERT INTO plan.change_set (
    plan_code, title_vi, title_en, reason, instrument_code, in_force_from, kind, ground, created_by, created_at,
    updated_at, author_id, reverts
  )
  VALUES (
    @plan, @title_vi, @title_en, @reason, @instrument, @in_force_from, @kind, @ground, @author, @at, @at, @author_id, @reverts
  )
  RETURNING id
),
step AS (
  INSERT INTO plan.change_set_step (change_set_id, at, account_id, actor, step, state_after, detail)
  SELECT id, @at, @author_id, @author, @step, 'draft', '{"version": 1}'
  FROM opened
)
SELECT id FROM opened
