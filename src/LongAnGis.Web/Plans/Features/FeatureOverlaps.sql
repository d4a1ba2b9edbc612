-- What lies on a feature at a moment. Two points or a point and a line do not overlap, they only meet, so one of the two
-- must have an area or both a length. An area that only touches along a common edge is a neighbour, not an overlap.
WITH self AS MATERIALIZED (
  SELECT feature_id, geom, ST_Dimension(geom) AS dimension, geometry_quality = 'indicative' AS is_indicative
  FROM pub.feature_version
  WHERE layer_code = @layer
    AND version_id = @version
),
candidate AS (
  -- More than these is no list to read, and bounds what a province-wide area costs.
  SELECT
    other.layer_code, other.feature_id, other.code, other.name_vi, other.name_en, other.geometry_quality, other.geom
  FROM self
  JOIN pub.feature_version AS other
    ON ST_Intersects(other.geom, self.geom)
  WHERE other.feature_id <> self.feature_id
    AND greatest(self.dimension, ST_Dimension(other.geom)) + self.dimension + ST_Dimension(other.geom) >= 3
    AND (other.plan_code IS NULL OR other.plan_code = @plan)
    AND other.revision_from <= @revision
    AND (other.revision_to IS NULL OR other.revision_to > @revision)
    AND other.in_force @> @day
  LIMIT 500
),
hit AS MATERIALIZED (
  SELECT
    candidate.*,
    candidate.geometry_quality = 'indicative' AS is_indicative,
    self.dimension = 2 AND ST_Dimension(candidate.geom) = 2 AS are_areas,
    ST_Touches(self.geom, candidate.geom) AS only_touches,
    CASE
      WHEN self.dimension = 2
        AND ST_Dimension(candidate.geom) = 2
        AND NOT self.is_indicative
        AND candidate.geometry_quality <> 'indicative'
        THEN ST_Area(ST_Transform(ST_CollectionExtract(ST_Intersection(self.geom, candidate.geom), 3), 9210))
    END AS shared_m2
  FROM candidate
  CROSS JOIN self
)
SELECT hit.layer_code, hit.feature_id, hit.code, hit.name_vi, hit.name_en, hit.is_indicative, hit.shared_m2
FROM hit
JOIN pub.layer ON layer.code = hit.layer_code
WHERE NOT (hit.are_areas AND hit.only_touches)
  -- Slivers below 100 m² come from generalised edges, not from the plan.
  AND (hit.shared_m2 IS NULL OR hit.shared_m2 >= 100)
ORDER BY layer.position DESC, hit.shared_m2 DESC NULLS LAST, hit.name_vi COLLATE "vi-x-icu"
LIMIT 60
