-- The targets stated for one indicator, or for all (null), as an edition knew them, with the number of their instrument.
SELECT
  target.code, target.plan_code, target.instrument_code, instrument.number, target.standing, target.indicator_code,
  target.region_code, target.name_vi, target.name_en, target.operator, target.value, target.value_to, target.year_from,
  target.year, target.baseline_value, target.baseline_period_kind, target.baseline_period_start, target.source_url,
  target.note
FROM pub.target
LEFT JOIN pub.instrument ON instrument.code = target.instrument_code
WHERE ($1::text IS NULL OR target.indicator_code = $1)
  AND target.edition_from <= $2
  AND (target.edition_to IS NULL OR target.edition_to > $2)
ORDER BY target.position, target.code
