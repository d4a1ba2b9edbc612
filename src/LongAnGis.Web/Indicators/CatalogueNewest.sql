-- The newest figure of one region for every indicator, whatever its period: the last of each kind, then the latest of those.
SELECT
  newest.region_code, newest.period_kind, newest.period_start, newest.status, newest.value, newest.basis,
  newest.source_url, newest.instrument_code, newest.note, indicator.code
FROM pub.indicator
CROSS JOIN LATERAL (
  SELECT figure.*
  FROM (VALUES ('year', interval '1 year'), ('quarter', interval '3 months'), ('month', interval '1 month')) AS kind (code, length)
  CROSS JOIN LATERAL (
    SELECT observation.*, kind.length
    FROM pub.observation
    WHERE observation.indicator_code = indicator.code
      AND observation.region_code = $1
      AND observation.period_kind = kind.code
      AND NOT observation.is_plan
      AND observation.edition_from <= $2
      AND (observation.edition_to IS NULL OR observation.edition_to > $2)
    ORDER BY observation.period_start DESC
    LIMIT 1
  ) AS figure
  -- Of two that end on the same day the longer period is the newer figure.
  ORDER BY figure.period_start + figure.length DESC, figure.length DESC
  LIMIT 1
) AS newest
