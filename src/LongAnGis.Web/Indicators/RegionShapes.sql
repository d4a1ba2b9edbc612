-- The shapes of regions that meet a tile, at a revision: each from its members' published boundaries, joined where there is
-- more than one. Nothing is stored twice; unions are few and their tiles are kept. A district that has ended is still a
-- statistical region, so the last day of its boundary does not matter. Zoom 12 and deeper take the full geometry.
SELECT
  region.number,
  region.code,
  region.kind,
  region.name_vi,
  region.name_en,
  (CASE
    WHEN count(*) = 1 THEN (array_agg(boundary.shape))[1]
    ELSE ST_Union(boundary.shape)
  END)::bytea AS geometry
FROM (SELECT *, row_number() OVER (ORDER BY code) AS number FROM pub.region) AS region
JOIN pub.region_member ON region_member.region_code = region.code
JOIN pub.area ON area.code = region_member.area_code
JOIN LATERAL (
  SELECT coalesce(overview.geom, version.geom) AS shape, version.geom
  FROM pub.feature_version AS version
  LEFT JOIN pub.feature_overview AS overview
    ON overview.layer_code = version.layer_code
    AND overview.version_id = version.version_id
    AND overview.zoom = $1
  WHERE version.layer_code IN ('province', 'districts', 'communes')
    AND version.feature_id = area.feature_id
    AND version.revision_from <= $2
    AND (version.revision_to IS NULL OR version.revision_to > $2)
  ORDER BY upper(version.in_force) DESC NULLS FIRST
  LIMIT 1
) AS boundary ON true
GROUP BY region.number, region.code, region.kind, region.name_vi, region.name_en
HAVING bool_or(boundary.geom && ST_MakeEnvelope($3, $4, $5, $6, 4326))
ORDER BY region.code
