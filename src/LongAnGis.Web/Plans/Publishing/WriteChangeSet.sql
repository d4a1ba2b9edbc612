-- A new change set in the state draft.
INSERT INTO plan.change_set (
  plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by, created_at, seed_code, seed_checksum
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
RETURNING id
