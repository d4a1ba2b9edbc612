-- One draft of figures of its author; the row is held where a transaction asks.
SELECT created_at, origin, reason, source_url, instrument_code, seen_edition, figures::text, notices::text, saved_edition
FROM plan.figure_draft
WHERE id = $1
  AND account_id = $2
FOR UPDATE
