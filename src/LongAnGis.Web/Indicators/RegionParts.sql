-- The districts of each province. They are all there; of the merged province only Long An's communes are, so that their sum
-- would not be its.
SELECT part.code, whole.code AS whole_code
FROM pub.region AS part
JOIN pub.area ON area.code = part.code
JOIN pub.region AS whole ON whole.code = area.parent_code
WHERE part.kind = 'district'
  AND whole.kind = 'province'
ORDER BY part.code
