-- For how many districts each indicator has any figure, their own or that of a union they belong to. Two steps, since rows are
-- made distinct by hashing but counted as distinct by sorting.
SELECT covered.indicator_code, count(*) AS districts
FROM (
  SELECT DISTINCT observed_region.indicator_code, region_member.area_code
  FROM pub.observed_region
  JOIN pub.region ON region.code = observed_region.region_code
  JOIN pub.region_member ON region_member.region_code = region.code
  WHERE region.kind IN ('district', 'union')
    AND observed_region.edition_from <= $1
    AND (observed_region.edition_to IS NULL OR observed_region.edition_to > $1)
) AS covered
GROUP BY covered.indicator_code
