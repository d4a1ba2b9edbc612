-- The names of the indicators and targets that a task is tied to.
SELECT 'indicator' AS kind, code, name_vi, name_en
FROM pub.indicator
WHERE code = ANY (@indicators)
UNION ALL
SELECT 'target', code, name_vi, name_en
FROM pub.target
WHERE code = ANY (@targets)
  AND edition_from <= @edition
  AND (edition_to IS NULL OR edition_to > @edition)
ORDER BY 1, 2
