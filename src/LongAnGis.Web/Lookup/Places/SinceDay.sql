-- The publications of a plan that touch a place, from a moment up to the last one that is known, the newest first. The place is
-- looked up first: it has few versions, and the plan many publications.
WITH touching AS (
  SELECT DISTINCT unnest(ARRAY[version.revision_from, version.revision_to]) AS number
  FROM pub.feature_version AS version
  WHERE version.plan_code = @plan
    AND ST_Intersects(version.geom, @place::geometry)
)
SELECT revision.number, revision.published_at, revision.title_vi, revision.title_en
FROM pub.revision
JOIN touching ON touching.number = revision.number
WHERE revision.published_at >= @from::timestamptz
  AND revision.number <= @revision
  AND revision.title_vi IS NOT NULL
ORDER BY revision.number DESC
LIMIT 50
