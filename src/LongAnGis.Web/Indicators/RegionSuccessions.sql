-- How the regions of one time lie in those of another: districts in communes of 2025, provinces in the merged one. The old
-- communes are no regions.
SELECT
  crosswalk.old_code, crosswalk.new_code, lower(area.valid) AS first_day,
  CASE crosswalk.extent WHEN 'whole' THEN 1 ELSE crosswalk.area_share END AS share_of_old, crosswalk.share_of_new
FROM pub.crosswalk
JOIN pub.area ON area.code = crosswalk.new_code
WHERE crosswalk.level <> 'commune'
ORDER BY crosswalk.old_code, crosswalk.new_code
