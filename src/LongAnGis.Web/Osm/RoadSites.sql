-- The sites that investors look among on a day, each with its place (WGS 84), and whether it is a border gate: a destination
-- of the others.
SELECT
  site.feature_id,
  ST_Y(site.place) AS latitude,
  ST_X(site.place) AS longitude,
  site.is_gate
FROM (
  SELECT
    version.feature_id,
    coalesce(version.label_point, ST_PointOnSurface(version.geom)) AS place,
    version.layer_code = 'projects' AND version.attributes ->> 'sector' IS NOT DISTINCT FROM 'border_gate' AS is_gate
  FROM pub.feature_version AS version
  WHERE version.layer_code = ANY (@layers::text[])
    AND version.revision_to IS NULL
    AND version.in_force @> @day::date
) AS site
WHERE site.place IS NOT NULL
ORDER BY site.feature_id
