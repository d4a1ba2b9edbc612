-- The outline of a unit, for whoever follows it.
SELECT version.geom, version.layer_code, version.feature_id, area.full_name_vi, area.name_en
FROM pub.area AS area
JOIN pub.feature_version AS version ON version.feature_id = area.feature_id AND version.revision_to IS NULL
WHERE area.code = @code
  AND version.layer_code IN ('districts', 'communes')
  AND version.geom IS NOT NULL
ORDER BY lower(area.valid) DESC NULLS LAST
LIMIT 1
