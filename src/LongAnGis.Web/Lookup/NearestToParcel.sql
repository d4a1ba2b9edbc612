-- The nearest of each kind of thing that people ask the distance to. The index orders by degrees (<->); three candidates of
-- each layer are then measured in metres on the ellipsoid.
SELECT DISTINCT ON (wanted.position)
  near.layer_code,
  near.feature_id,
  near.name_vi,
  near.name_en,
  near.is_indicative,
  near.distance_m
FROM unnest(@layers::text[]) WITH ORDINALITY AS wanted (layer_code, position)
CROSS JOIN LATERAL (
  SELECT
    candidate.*,
    ST_Distance(candidate.geom::geography, @parcel::geography) AS distance_m
  FROM (
    SELECT
      version.layer_code,
      version.feature_id,
      version.name_vi,
      version.name_en,
      version.geometry_quality = 'indicative' AS is_indicative,
      version.geom
    FROM pub.feature_version AS version
    WHERE version.layer_code = wanted.layer_code
      AND version.geom IS NOT NULL
      AND (version.plan_code IS NULL OR version.plan_code = @plan)
      AND version.revision_from <= @revision
      AND (version.revision_to IS NULL OR version.revision_to > @revision)
      AND version.in_force @> @day::date
    ORDER BY version.geom <-> @parcel::geometry
    LIMIT 3
  ) AS candidate
) AS near
ORDER BY wanted.position, near.distance_m
