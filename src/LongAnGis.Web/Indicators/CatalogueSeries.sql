-- The yearly figures of one region for every indicator: newest and sparkline of the catalogue. One short walk along
-- observation_version for each indicator; OFFSET 0 keeps the planner from reading the whole period index instead.
SELECT
  figure.region_code, figure.period_kind, figure.period_start, figure.status, figure.value, figure.basis,
  figure.source_url, figure.instrument_code, figure.note, indicator.code
FROM pub.indicator
CROSS JOIN LATERAL (
  SELECT observation.*
  FROM pub.observation
  WHERE observation.indicator_code = indicator.code
    AND observation.region_code = $1
    AND observation.period_kind = 'year'
    AND NOT observation.is_plan
    AND observation.edition_from <= $2
    AND (observation.edition_to IS NULL OR observation.edition_to > $2)
  OFFSET 0
) AS figure
ORDER BY indicator.code, figure.period_start
