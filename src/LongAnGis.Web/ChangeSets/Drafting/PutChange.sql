-- A change as its editor left it; the version was counted by the caller, who holds the change set.
INSERT INTO plan.change (
  change_set_id, position, op, layer_code, code, feature_id, base_version, name_vi, name_en, attributes, geom,
  geometry_quality, geometry_source, sources, note, instrument_code, successor_code, in_force, search_text, search_key,
  version, updated_at, updated_by
)
VALUES (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23
)
ON CONFLICT (change_set_id, position) DO UPDATE
SET op = excluded.op,
    layer_code = excluded.layer_code,
    code = excluded.code,
    base_version = excluded.base_version,
    name_vi = excluded.name_vi,
    name_en = excluded.name_en,
    attributes = excluded.attributes,
    geom = excluded.geom,
    geometry_quality = excluded.geometry_quality,
    geometry_source = excluded.geometry_source,
    sources = excluded.sources,
    note = excluded.note,
    instrument_code = excluded.instrument_code,
    successor_code = excluded.successor_code,
    in_force = excluded.in_force,
    search_text = excluded.search_text,
    search_key = excluded.search_key,
    version = excluded.version,
    updated_at = excluded.updated_at,
    updated_by = excluded.updated_by
