-- A feature as a change set has it: found by its id, by its position, or, where the set creates it, by its code.
SELECT
  change.feature_id,
  change.base_version,
  change.position,
  change.version,
  change.op,
  change.code,
  change_set.plan_code,
  change.name_vi,
  change.name_en,
  change.attributes::text,
  ST_AsGeoJSON(change.geom, 9),
  change.geometry_quality,
  change.geometry_source,
  change.note,
  change.instrument_code,
  change.successor_code,
  lower(change.in_force),
  upper(change.in_force)
FROM plan.change
JOIN plan.change_set ON change_set.id = change.change_set_id
WHERE change.change_set_id = $1
  AND change.layer_code = $2
  AND CASE
    WHEN $3::integer IS NOT NULL THEN change.position = $3::integer
    WHEN $4::bigint IS NOT NULL THEN change.feature_id = $4::bigint
    ELSE change.op = 'create' AND change.code = $5::text
  END
