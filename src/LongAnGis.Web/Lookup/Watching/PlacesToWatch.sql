-- Units that can be followed: communes of today, and districts of before.
SELECT area.code, area.kind, area.full_name_vi, area.name_en, upper_inf(area.valid) AS is_of_today
FROM pub.area AS area
JOIN pub.feature_version AS version ON version.feature_id = area.feature_id AND version.revision_to IS NULL
WHERE version.layer_code IN ('districts', 'communes')
  AND version.geom IS NOT NULL
ORDER BY is_of_today DESC, area.name_vi COLLATE "vi-x-icu"
