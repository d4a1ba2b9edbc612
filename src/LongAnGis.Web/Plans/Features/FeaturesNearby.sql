-- The nearest features of the plan and of places, but not the areas everything lies in. The index orders by degrees
-- (<->); a few more candidates than shown are then measured in metres on the ellipsoid.
WITH self AS MATERIALIZED (
  SELECT feature_id, geom
  FROM pub.feature_version
  WHERE layer_code = @layer
    AND version_id = @version
),
candidate AS (
  -- Layer by layer, so that each index gives its own nearest: a large layer that is left out costs nothing.
  SELECT near.*
  FROM pub.layer
  CROSS JOIN LATERAL (
    SELECT other.layer_code, other.feature_id, other.code, other.name_vi, other.name_en, other.geometry_quality, other.geom
    FROM pub.feature_version AS other
    WHERE other.layer_code = layer.code
      AND other.geom IS NOT NULL
      AND other.feature_id <> (SELECT feature_id FROM self)
      AND (other.plan_code IS NULL OR other.plan_code = @plan)
      AND other.revision_from <= @revision
      AND (other.revision_to IS NULL OR other.revision_to > @revision)
      AND other.in_force @> @day::date
    ORDER BY other.geom <-> (SELECT geom FROM self)
    LIMIT 30
  ) AS near
  WHERE layer.plan_scoped OR layer.geometry_kind <> 'polygon'
  ORDER BY near.geom <-> (SELECT geom FROM self)
  LIMIT 30
)
SELECT
  candidate.layer_code,
  candidate.feature_id,
  candidate.code,
  candidate.name_vi,
  candidate.name_en,
  candidate.geometry_quality = 'indicative' AS is_indicative,
  ST_Distance(candidate.geom::geography, self.geom::geography) AS distance_m
FROM candidate
-- Without a place of its own a feature has no neighbours.
JOIN self ON self.geom IS NOT NULL
-- What overlaps is listed as such.
WHERE NOT (greatest(ST_Dimension(self.geom), ST_Dimension(candidate.geom)) = 2 AND ST_Intersects(candidate.geom, self.geom))
ORDER BY distance_m, candidate.name_vi COLLATE "vi-x-icu"
LIMIT 8
