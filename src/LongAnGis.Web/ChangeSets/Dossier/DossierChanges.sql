-- The changes of a set with what each started from, in the order in which they were made.
SELECT
  change.position,
  change.op,
  change.layer_code,
  layer.name_vi AS layer_vi,
  layer.name_en AS layer_en,
  change.code,
  change.name_vi,
  change.name_en,
  change.attributes::text,
  change.geom,
  change.geometry_quality,
  lower(change.in_force) AS in_force_from,
  upper(change.in_force) AS in_force_until,
  base.name_vi AS base_name_vi,
  base.name_en AS base_name_en,
  base.attributes::text AS base_attributes,
  base.geom AS base_geom,
  base.geometry_quality AS base_quality,
  layer.attributes::text AS schema,
  change.note,
  instrument.number AS instrument_number,
  change.feature_id
FROM plan.change
JOIN plan.layer ON layer.code = change.layer_code
LEFT JOIN plan.change_base AS base ON base.change_set_id = change.change_set_id AND base.position = change.position
LEFT JOIN plan.instrument ON instrument.code = change.instrument_code
WHERE change.change_set_id = $1
ORDER BY change.position
LIMIT $2
