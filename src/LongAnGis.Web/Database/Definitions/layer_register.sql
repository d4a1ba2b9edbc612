-- Public layers as they speak of themselves: what the seed or a planner states, and what imports have brought since.
CREATE OR REPLACE VIEW pub.layer AS
SELECT
  layer.code, layer.plan_scoped, layer.group_code, layer.position, layer.name_vi, layer.name_en, layer.description_vi,
  layer.description_en, layer.geometry_kind, layer.attributes, layer.symbol, layer.tile_attributes, layer.min_zoom,
  layer.max_zoom, layer.legal_basis, layer.is_coverage,
  nullif(concat_ws(' ', stated.completeness_vi, import.completeness_vi), '') AS completeness_vi,
  nullif(concat_ws(' ', stated.completeness_en, import.completeness_en), '') AS completeness_en,
  greatest(stated.currency_on, import.currency_on) AS currency_on,
  nullif(concat_ws('; ', stated.source_vi, import.source_vi), '') AS source_vi,
  nullif(concat_ws('; ', stated.source_en, import.source_en), '') AS source_en,
  layer.on_by_default, layer.visibility
FROM plan.layer
LEFT JOIN LATERAL (
  SELECT latest.* FROM plan.layer_import AS latest
  WHERE latest.layer_code = layer.code
  ORDER BY latest.revision_from DESC
  LIMIT 1
) AS import ON true
LEFT JOIN plan.layer AS stated ON stated.code = layer.code AND import.fills_layer IS NOT TRUE
WHERE layer.visibility = 'public';
