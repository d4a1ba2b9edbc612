-- Whether something meets a district or commune of the province, as any publication has them.
SELECT
  EXISTS (
    SELECT 1
    FROM pub.feature_version AS version
    WHERE version.layer_code IN ('districts', 'communes')
      AND ST_Intersects(version.geom, @shape::geometry)
  )
  OR NOT EXISTS (SELECT 1 FROM pub.feature_version AS version WHERE version.layer_code IN ('districts', 'communes'))
