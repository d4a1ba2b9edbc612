-- The lines and areas that revision $1 brought to public layers, and in a layer that covers its ground without gaps the
-- areas that lie beside them from the same day on: what shares a border must be generalised together.
WITH fresh AS (
  SELECT
    version.layer_code,
    layer.is_coverage,
    layer.min_zoom,
    coalesce(lower(version.in_force), '-infinity') AS day,
    version.version_id,
    version.geom
  FROM plan.layer_revision
  JOIN pub.layer ON layer.code = layer_revision.layer_code
  JOIN pub.feature_version AS version
    ON version.layer_code = layer.code
    AND version.revision_from = layer_revision.number
  WHERE layer_revision.number = $1
    AND ST_Dimension(version.geom) > 0
)
SELECT layer_code, is_coverage, min_zoom, day, version_id, true AS is_fresh, geom
FROM fresh
UNION ALL
SELECT * FROM (
  SELECT DISTINCT ON (fresh.layer_code, fresh.day, beside.version_id)
    fresh.layer_code, true, fresh.min_zoom, fresh.day, beside.version_id, false, beside.geom
  FROM fresh
  JOIN pub.feature_version AS beside
    ON beside.layer_code = fresh.layer_code
    AND beside.geom && fresh.geom
    AND ST_Intersects(beside.geom, fresh.geom)
  WHERE fresh.is_coverage
    AND beside.revision_from < $1
    AND beside.revision_to IS NULL
    AND beside.in_force @> fresh.day
    AND ST_Dimension(beside.geom) = 2
) AS neighbour
ORDER BY layer_code, day, version_id
