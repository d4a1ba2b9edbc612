-- Changes whose features are no longer what their author saw, with what was published meanwhile and by whom.
SELECT
  change.position,
  feature.id,
  feature.version,
  last.number,
  last.published_by,
  theirs.name_vi,
  theirs.name_en,
  theirs.attributes::text,
  theirs.geometry_quality,
  theirs.geometry_source,
  theirs.note,
  theirs.instrument_code,
  theirs.geom
FROM plan.change
JOIN plan.change_set ON change_set.id = change.change_set_id
JOIN plan.layer ON layer.code = change.layer_code
JOIN plan.feature
  ON feature.id = change.feature_id
  OR (
    change.feature_id IS NULL
    AND feature.layer_code = change.layer_code
    AND feature.code = change.code
    AND feature.plan_code IS NOT DISTINCT FROM CASE WHEN layer.plan_scoped THEN change_set.plan_code END
  )
LEFT JOIN LATERAL (
  SELECT revision.number, revision.published_by
  FROM plan.change AS other
  JOIN plan.revision ON revision.change_set_id = other.change_set_id
  WHERE other.feature_id = feature.id
  ORDER BY revision.number DESC
  LIMIT 1
) AS last ON true
LEFT JOIN LATERAL (
  SELECT version.*
  FROM plan.feature_version AS version
  WHERE version.feature_id = feature.id
    AND version.revision_to IS NULL
    AND version.in_force && change.in_force
  ORDER BY coalesce(version.in_force @> lower(change.in_force), false) DESC, lower(version.in_force) DESC NULLS LAST
  LIMIT 1
) AS theirs ON true
WHERE change.change_set_id = $1
  AND feature.version IS DISTINCT FROM change.base_version
ORDER BY change.position
LIMIT 100
