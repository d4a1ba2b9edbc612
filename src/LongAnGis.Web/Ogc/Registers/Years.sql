-- The years of which any public indicator has a figure, in any edition.
SELECT DISTINCT extract(year FROM observation.period_start)::integer AS year
FROM pub.observation
WHERE observation.period_kind = 'year'
  AND NOT observation.is_plan
ORDER BY year
