-- One indicator over regions and periods of one kind between two days: the rows and columns of a table.
SELECT
  observation.region_code, observation.period_kind, observation.period_start, observation.status, observation.value,
  observation.basis, observation.source_url, observation.instrument_code, observation.note
FROM pub.observation
WHERE observation.indicator_code = $1
  AND observation.edition_from <= $2
  AND (observation.edition_to IS NULL OR observation.edition_to > $2)
  AND observation.period_kind = $3
  AND observation.period_start BETWEEN $4 AND $5
ORDER BY observation.period_start, observation.region_code, observation.is_plan
