-- What the public may read of figures. Views with a barrier: whether an indicator is public is asked first, and nothing a query
-- adds is tried on a row that it leaves out. The few that are not public are gathered once for a statement; a join would look
-- the indicator up for every row. Equality and order of texts, numbers and days are leakproof and still use the indexes.

CREATE OR REPLACE VIEW pub.observation WITH (security_barrier) AS
SELECT id, indicator_code, region_code, period_kind, period_start, status, is_plan, version, value, basis, source_url,
       instrument_code, note, edition_from, edition_to
FROM plan.observation
WHERE indicator_code <> ALL (ARRAY(SELECT indicator.code FROM plan.indicator WHERE NOT indicator.is_public));

CREATE OR REPLACE VIEW pub.observed_region WITH (security_barrier) AS
SELECT indicator_code, region_code, edition_from, edition_to
FROM plan.observed_region
WHERE indicator_code <> ALL (ARRAY(SELECT indicator.code FROM plan.indicator WHERE NOT indicator.is_public));

CREATE OR REPLACE VIEW pub.figure_count WITH (security_barrier) AS
SELECT indicator_code, period_kind, period_start, region_kind, edition, change
FROM plan.figure_count
WHERE indicator_code <> ALL (ARRAY(SELECT indicator.code FROM plan.indicator WHERE NOT indicator.is_public));

-- The newest figure of each kind of period, for every indicator and region, as every edition knew it; to be asked for one
-- region and one edition. The last row of each series is found here and not in the question, because no order passes through
-- a barrier: from outside each series would be read and sorted to its end.
CREATE OR REPLACE VIEW pub.newest_observation WITH (security_barrier) AS
SELECT
  edition.number AS edition, indicator.code AS indicator_code, region.code AS region_code, newest.period_kind,
  newest.period_start, newest.status, newest.value, newest.basis, newest.source_url, newest.instrument_code, newest.note
FROM plan.edition
CROSS JOIN plan.region
CROSS JOIN plan.indicator
CROSS JOIN (VALUES ('year'), ('quarter'), ('month')) AS kind (code)
CROSS JOIN LATERAL (
  SELECT observation.*
  FROM plan.observation
  WHERE observation.indicator_code = indicator.code
    AND observation.region_code = region.code
    AND observation.period_kind = kind.code
    AND NOT observation.is_plan
    AND observation.edition_from <= edition.number
    AND (observation.edition_to IS NULL OR observation.edition_to > edition.number)
  ORDER BY observation.period_start DESC
  LIMIT 1
) AS newest
WHERE indicator.is_public;

GRANT SELECT ON pub.figure_count, pub.newest_observation TO longan_public;
