-- The boundary of a district or the province in WGS 84, at a revision; the last one of a district that has ended.
SELECT version.geom
FROM pub.area
JOIN pub.feature_version AS version ON version.feature_id = area.feature_id
WHERE area.code = $1
  AND version.layer_code IN ('districts', 'province')
  AND version.revision_from <= $2
  AND (version.revision_to IS NULL OR version.revision_to > $2)
ORDER BY upper(version.in_force) DESC NULLS FIRST
LIMIT 1
