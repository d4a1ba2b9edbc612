-- The changes of a set as they are saved.
SELECT
  position, op, layer_code, code, feature_id, base_version, name_vi, name_en, attributes::text, geom, geometry_quality,
  geometry_source, note, instrument_code, in_force, successor_code, version
FROM plan.change
WHERE change_set_id = @change_set
ORDER BY position
