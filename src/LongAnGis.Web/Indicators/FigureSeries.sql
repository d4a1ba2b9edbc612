-- Everything known of one indicator in one region, in the order of time.
SELECT
  observation.region_code, observation.period_kind, observation.period_start, observation.status, observation.value,
  observation.basis, observation.source_url, observation.instrument_code, observation.note
FROM pub.observation
WHERE observation.indicator_code = $1
  AND observation.edition_from <= $2
  AND (observation.edition_to IS NULL OR observation.edition_to > $2)
  AND observation.region_code = $3
ORDER BY observation.period_start, observation.period_kind, observation.is_plan
