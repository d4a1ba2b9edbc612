-- Where a district or the province lies, at a revision: its feature, and its extent in WGS 84. A district that has ended keeps
-- the last boundary it had.
SELECT
  version.layer_code, version.feature_id, ST_XMin(version.geom), ST_YMin(version.geom), ST_XMax(version.geom), ST_YMax(version.geom),
  version.area_m2
FROM pub.area
JOIN pub.feature_version AS version ON version.feature_id = area.feature_id
WHERE area.code = $1
  AND version.layer_code IN ('districts', 'province')
  AND version.revision_from <= $2
  AND (version.revision_to IS NULL OR version.revision_to > $2)
ORDER BY upper(version.in_force) DESC NULLS FIRST
LIMIT 1
