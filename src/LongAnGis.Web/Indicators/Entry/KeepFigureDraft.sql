-- A new draft of figures. Those of its author that nobody recorded go after a week, or when twenty newer ones lie there.
WITH forgotten AS (
  DELETE FROM plan.figure_draft
  WHERE account_id = $2
    AND saved_edition IS NULL
    AND (
      created_at < $3::timestamptz - interval '7 days'
      OR id IN (
        SELECT id FROM plan.figure_draft WHERE account_id = $2 AND saved_edition IS NULL ORDER BY created_at DESC OFFSET 19
      )
    )
)
INSERT INTO plan.figure_draft (
  id, account_id, created_at, origin, reason, source_url, instrument_code, seen_edition, figures, notices
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
