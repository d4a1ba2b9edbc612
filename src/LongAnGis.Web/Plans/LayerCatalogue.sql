-- The public layers in drawing order, bottom first, with what they said of themselves at a revision.
SELECT
  layer.code,
  layer.plan_scoped,
  layer.group_code,
  layer.position,
  layer.name_vi,
  layer.name_en,
  layer.description_vi,
  layer.description_en,
  layer.geometry_kind,
  layer.attributes::text,
  layer.symbol::text,
  layer.tile_attributes,
  layer.min_zoom,
  layer.max_zoom,
  layer.legal_basis,
  statement.completeness_vi,
  statement.completeness_en,
  statement.currency_on,
  statement.source_vi,
  statement.source_en,
  layer.on_by_default,
  coalesce(instrument.number, layer.legal_basis) AS legal_basis_number,
  layer_group.position AS group_position,
  layer_group.name_vi AS group_name_vi,
  layer_group.name_en AS group_name_en
FROM pub.layer
JOIN pub.layer_statement AS statement
  ON statement.layer_code = layer.code
  AND statement.revision_from <= $1
  AND (statement.revision_to IS NULL OR statement.revision_to > $1)
JOIN pub.layer_group ON layer_group.code = layer.group_code
LEFT JOIN pub.instrument ON instrument.code = layer.legal_basis
ORDER BY layer.position, layer.code
