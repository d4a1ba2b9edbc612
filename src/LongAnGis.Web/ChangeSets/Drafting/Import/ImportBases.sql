-- The features of a layer as a change set finds them on its day, and where the set itself already changes one.
SELECT
  feature.id,
  feature.version,
  feature.code,
  content.name_vi,
  content.name_en,
  content.attributes::text,
  content.geom,
  content.geometry_quality,
  content.geometry_source,
  content.note,
  upper(content.in_force),
  change.position
FROM plan.change_set
CROSS JOIN plan.layer
JOIN plan.feature
  ON feature.layer_code = layer.code
  AND feature.plan_code IS NOT DISTINCT FROM CASE WHEN layer.plan_scoped THEN change_set.plan_code END
CROSS JOIN LATERAL plan.content_seen(feature.id, feature.version, daterange(coalesce(change_set.in_force_from, @today), NULL)) AS content
LEFT JOIN plan.change ON change.change_set_id = change_set.id AND change.feature_id = feature.id
WHERE change_set.id = @id
  AND layer.code = @layer
  AND (upper_inf(content.in_force) OR upper(content.in_force) > coalesce(change_set.in_force_from, @today))
ORDER BY feature.id
