-- Where tasks are: the features and districts that they name, as they stood on the day (or last did), with their extents in
-- WGS 84. A feature without a place has no extent. The planner walks the primary keys of both lists.
WITH named AS (
  SELECT id AS feature_id, NULL AS district FROM unnest(@features::bigint[]) AS feature (id)
  UNION ALL
  SELECT area.feature_id, area.code FROM pub.area WHERE area.code = ANY (@districts::text[]) AND area.feature_id IS NOT NULL
)
SELECT DISTINCT ON (named.feature_id, named.district)
  named.district, version.layer_code, version.feature_id, version.code, version.name_vi, version.name_en,
  CASE WHEN NOT ST_IsEmpty(version.geom) THEN ST_XMin(version.geom) END AS west,
  ST_YMin(version.geom), ST_XMax(version.geom), ST_YMax(version.geom)
FROM named
JOIN pub.feature_version AS version ON version.feature_id = named.feature_id
WHERE version.revision_from <= @revision
  AND (version.revision_to IS NULL OR version.revision_to > @revision)
ORDER BY named.feature_id, named.district, version.in_force @> @day::date DESC, lower(version.in_force) DESC NULLS LAST
