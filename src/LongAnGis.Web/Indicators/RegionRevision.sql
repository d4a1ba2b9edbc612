-- The newest revision up to this one that touched a boundary, and the newest there is: what the shapes of regions depend on.
SELECT
  coalesce(max(number) FILTER (WHERE layer_code IN ('province', 'districts', 'communes') AND number <= $1), 0) AS touched,
  (SELECT coalesce(max(number), 0) FROM pub.revision) AS newest
FROM pub.layer_revision
