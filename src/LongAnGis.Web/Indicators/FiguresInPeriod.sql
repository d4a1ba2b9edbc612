-- All values of one indicator for one period, plans beside what was reached: what a map and a ranking show.
SELECT
  observation.region_code, observation.period_kind, observation.period_start, observation.status, observation.value,
  observation.basis, observation.source_url, observation.instrument_code, observation.note
FROM pub.observation
WHERE observation.indicator_code = $1
  AND observation.edition_from <= $2
  AND (observation.edition_to IS NULL OR observation.edition_to > $2)
  AND observation.period_kind = $3
  AND observation.period_start = $4
ORDER BY observation.region_code, observation.is_plan
