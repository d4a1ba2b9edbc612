-- The periods for which an indicator has figures, and for how many regions of each kind: the changes of all editions up to the
-- one that is asked about.
SELECT period_kind, period_start, region_kind, sum(change) AS figures
FROM pub.figure_count
WHERE indicator_code = $1
  AND edition <= $2
GROUP BY period_kind, period_start, region_kind
HAVING sum(change) > 0
ORDER BY period_start, period_kind
