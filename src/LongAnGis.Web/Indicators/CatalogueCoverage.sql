-- For how many districts each indicator has any figure, their own or that of a union they belong to.
SELECT observed_region.indicator_code, count(DISTINCT region_member.area_code) AS districts
FROM pub.observed_region
JOIN pub.region ON region.code = observed_region.region_code
JOIN pub.region_member ON region_member.region_code = region.code
WHERE region.kind IN ('district', 'union')
  AND observed_region.edition_from <= $1
  AND (observed_region.edition_to IS NULL OR observed_region.edition_to > $1)
GROUP BY observed_region.indicator_code
