-- How many features of a layer are in force at a moment, by the class its symbol draws, by quality of geometry and by status.
SELECT
  CASE @by
    WHEN '' THEN NULL
    WHEN 'code' THEN code
    WHEN 'name' THEN name_vi
    ELSE attributes ->> @by
  END AS class,
  geometry_quality,
  CASE WHEN @status <> '' THEN attributes ->> @status END AS status,
  count(*)
FROM pub.feature_version
WHERE layer_code = @layer
  AND (plan_code IS NULL OR plan_code = @plan)
  AND revision_from <= @revision
  AND (revision_to IS NULL OR revision_to > @revision)
  AND in_force @> @day
GROUP BY 1, 2, 3
