-- The values of all districts for some indicators, each in one period (pairs): what a district is ranked among. One range of
-- observation_period for each pair; OFFSET 0 keeps the planner from reading the whole table for them instead.
SELECT asked.indicator_code, observation.region_code, observation.value
FROM unnest($1::text[], $2::text[], $3::date[]) AS asked (indicator_code, period_kind, period_start)
CROSS JOIN LATERAL (
  SELECT figure.region_code, figure.value
  FROM pub.observation AS figure
  JOIN pub.region ON region.code = figure.region_code
  WHERE figure.indicator_code = asked.indicator_code
    AND figure.period_kind = asked.period_kind
    AND figure.period_start = asked.period_start
    AND region.kind = 'district'
    AND NOT figure.is_plan
    AND figure.edition_from <= $4
    AND (figure.edition_to IS NULL OR figure.edition_to > $4)
  OFFSET 0
) AS observation
