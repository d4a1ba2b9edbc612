-- The periods for which an indicator has figures, and for how many regions of each kind. Answered from observation_period
-- alone: the table is not visited, however long the series are.
SELECT observation.period_kind, observation.period_start, region.kind, count(*) AS figures
FROM pub.observation
JOIN pub.region ON region.code = observation.region_code
WHERE observation.indicator_code = $1
  AND observation.edition_from <= $2
  AND (observation.edition_to IS NULL OR observation.edition_to > $2)
  AND NOT observation.is_plan
GROUP BY observation.period_kind, observation.period_start, region.kind
ORDER BY observation.period_start, observation.period_kind
