-- The newest figure of one region for every indicator, whatever its period: the last of each kind, then the latest of those.
-- Of two that end on the same day the longer period is the newer figure.
SELECT DISTINCT ON (newest.indicator_code)
  newest.region_code, newest.period_kind, newest.period_start, newest.status, newest.value, newest.basis,
  newest.source_url, newest.instrument_code, newest.note, newest.indicator_code
FROM pub.newest_observation AS newest
JOIN (VALUES ('year', interval '1 year'), ('quarter', interval '3 months'), ('month', interval '1 month')) AS kind (code, length)
  ON kind.code = newest.period_kind
WHERE newest.region_code = $1
  AND newest.edition = $2
ORDER BY newest.indicator_code, newest.period_start + kind.length DESC, kind.length DESC
