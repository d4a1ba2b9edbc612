-- Where the features of each layer lie (WGS 84) and the days between which they are in force, over all published versions. Read
-- once after a publication; a day that is open, at either end, is null.
SELECT
  version.layer_code,
  ST_XMin(ST_Extent(version.geom)) AS west,
  ST_YMin(ST_Extent(version.geom)) AS south,
  ST_XMax(ST_Extent(version.geom)) AS east,
  ST_YMax(ST_Extent(version.geom)) AS north,
  CASE WHEN NOT bool_or(lower_inf(version.in_force)) THEN min(lower(version.in_force)) END AS first_day,
  CASE WHEN NOT bool_or(upper_inf(version.in_force)) THEN max(upper(version.in_force)) - 1 END AS last_day
FROM pub.feature_version AS version
WHERE version.geom IS NOT NULL
  AND NOT ST_IsEmpty(version.geom)
GROUP BY version.layer_code
