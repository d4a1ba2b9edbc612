-- The figures, plans too, of some indicators in some regions (pairs): all years, and the quarters and months since a day, which
-- are enough to tell the newest figure and what it compares with. A few short ranges of observation_version for each pair,
-- however long its monthly series is; OFFSET 0 keeps the planner from reading the whole table for them instead.
SELECT
  figure.region_code, figure.period_kind, figure.period_start, figure.status, figure.value, figure.basis,
  figure.source_url, figure.instrument_code, figure.note, figure.indicator_code
FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS pair (indicator_code, region_code)) AS asked
CROSS JOIN (VALUES ('year', '-infinity'::date), ('quarter', $4::date), ('month', $4::date)) AS kind (code, since)
CROSS JOIN LATERAL (
  SELECT observation.*
  FROM pub.observation
  WHERE observation.indicator_code = asked.indicator_code
    AND observation.region_code = asked.region_code
    AND observation.period_kind = kind.code
    AND observation.period_start >= kind.since
    AND observation.edition_from <= $3
    AND (observation.edition_to IS NULL OR observation.edition_to > $3)
  OFFSET 0
) AS figure
ORDER BY figure.indicator_code, figure.region_code, figure.period_start, figure.period_kind, figure.is_plan
