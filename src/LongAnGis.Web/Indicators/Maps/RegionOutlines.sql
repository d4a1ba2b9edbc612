-- Each region as drawings outside of the map need it, at a revision: the middle of the largest circle inside it, where a name
-- or a symbol has most room, and its generalised outline. Joined from its members like the tiles; few and kept.
SELECT
  shape.code,
  shape.kind,
  ST_X(circle.center) AS longitude,
  ST_Y(circle.center) AS latitude,
  ST_AsBinary(shape.geom) AS outline
FROM (
  SELECT
    region.code,
    region.kind,
    CASE WHEN count(*) = 1 THEN (array_agg(boundary.geom))[1] ELSE ST_Union(boundary.geom) END AS geom
  FROM pub.region
  JOIN pub.region_member ON region_member.region_code = region.code
  JOIN pub.area ON area.code = region_member.area_code
  JOIN LATERAL (
    SELECT coalesce(overview.geom, version.geom) AS geom
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
  GROUP BY region.code, region.kind
) AS shape
CROSS JOIN LATERAL ST_MaximumInscribedCircle(shape.geom) AS circle
ORDER BY shape.code
