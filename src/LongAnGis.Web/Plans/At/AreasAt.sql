-- The administrative units that hold a place, of every time that is known: a district of before 2025-07-01 and the commune
-- of today stand beside each other.
SELECT
  area.code,
  area.kind,
  area.full_name_vi,
  area.name_en,
  area.valid,
  version.layer_code,
  version.feature_id
FROM pub.feature_version AS version
JOIN pub.area ON area.feature_id = version.feature_id
WHERE version.layer_code IN ('districts', 'communes')
  AND version.revision_from <= @revision
  AND (version.revision_to IS NULL OR version.revision_to > @revision)
  AND ST_Intersects(version.geom, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326))
ORDER BY lower(area.valid) NULLS FIRST, area.kind
LIMIT 10
