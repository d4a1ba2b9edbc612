-- The changes of a set, each beside the content that its author saw. Areas and lengths are planar, VN-2000 / 105°45′.
SELECT
  change.position,
  change.op,
  change.layer_code,
  change.code,
  change.feature_id,
  change.base_version,
  change.version,
  change.updated_at,
  editor.display_name,
  change.in_force,
  change.successor_code,
  coalesce(change.name_vi, base.name_vi, change.code),
  coalesce(change.name_en, base.name_en),
  ST_XMin(shape.extent), ST_YMin(shape.extent), ST_XMax(shape.extent), ST_YMax(shape.extent),
  base.name_vi,
  base.name_en,
  base.attributes::text,
  base.geometry_quality,
  base.geometry_source,
  base.note,
  base.instrument_code,
  base.geom,
  change.name_vi,
  change.name_en,
  coalesce(change.attributes, '{}')::text,
  change.geometry_quality,
  change.geometry_source,
  change.note,
  coalesce(change.instrument_code, change_set.instrument_code),
  change.geom,
  coalesce(feature.version, 0) AS current_version
FROM plan.change
JOIN plan.change_set ON change_set.id = change.change_set_id
LEFT JOIN plan.change_base AS base ON base.change_set_id = change.change_set_id AND base.position = change.position
LEFT JOIN plan.feature ON feature.id = change.feature_id
LEFT JOIN plan.account AS editor ON editor.id = change.updated_by
CROSS JOIN LATERAL (SELECT Box2D(ST_Collect(change.geom, base.geom)) AS extent) AS shape
WHERE change.change_set_id = @id
  AND (@position::integer IS NULL OR change.position = @position)
ORDER BY change.position
LIMIT @most
