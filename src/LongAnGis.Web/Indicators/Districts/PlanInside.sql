-- What the plan places in a district: features whose source names the district, and of those that name none what lies in its
-- boundary. An indicative place is never measured; of a known one the part inside is, on the VN-2000 grid. For the province
-- (no name) everything of the plan. The boundary's box takes the GiST index of each small partition.
WITH boundary AS (
  SELECT version.geom
  FROM pub.area
  JOIN pub.feature_version AS version ON version.feature_id = area.feature_id
  WHERE area.code = @area
    AND version.layer_code IN ('districts', 'province')
    AND version.revision_from <= @revision
    AND (version.revision_to IS NULL OR version.revision_to > @revision)
  ORDER BY upper(version.in_force) DESC NULLS FIRST
  LIMIT 1
),
held AS (
  SELECT version.*, coalesce(version.attributes ->> 'district', version.attributes ->> 'districts') AS stated
  FROM pub.feature_version AS version
  WHERE version.layer_code = ANY (@layers)
    AND version.plan_code = @plan
    AND version.revision_from <= @revision
    AND (version.revision_to IS NULL OR version.revision_to > @revision)
    AND version.in_force @> @day::date
)
SELECT
  held.layer_code, held.feature_id, held.code, held.name_vi, held.name_en, held.geometry_quality, held.attributes::text,
  CASE
    WHEN held.geometry_quality <> 'indicative' AND ST_Dimension(held.geom) = 2
    THEN ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(boundary.geom, held.geom), 3), 9210)) / 10000
  END AS measured_ha
FROM held
LEFT JOIN boundary ON true
WHERE @name::text IS NULL
  OR @name = ANY (regexp_split_to_array(held.stated, '\s*[;,]\s*'))
  OR (held.stated IS NULL AND held.geom && boundary.geom AND ST_Intersects(held.geom, boundary.geom))
ORDER BY held.layer_code, (held.attributes ->> 'area_ha')::numeric DESC NULLS LAST, held.name_vi COLLATE "vi-x-icu"
