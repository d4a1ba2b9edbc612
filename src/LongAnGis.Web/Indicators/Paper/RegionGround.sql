-- The shapes of regions in WGS 84, at a revision: each from its members' last boundaries, joined where there is more than one.
SELECT
  region.code,
  CASE WHEN count(*) = 1 THEN (array_agg(boundary.geom))[1] ELSE ST_Union(boundary.geom) END AS geom
FROM pub.region
JOIN pub.region_member ON region_member.region_code = region.code
JOIN pub.area ON area.code = region_member.area_code
JOIN LATERAL (
  SELECT version.geom
  FROM pub.feature_version AS version
  WHERE version.layer_code IN ('province', 'districts', 'communes')
    AND version.feature_id = area.feature_id
    AND version.revision_from <= $2
    AND (version.revision_to IS NULL OR version.revision_to > $2)
  ORDER BY upper(version.in_force) DESC NULLS FIRST
  LIMIT 1
) AS boundary ON true
WHERE region.code = ANY ($1)
GROUP BY region.code
