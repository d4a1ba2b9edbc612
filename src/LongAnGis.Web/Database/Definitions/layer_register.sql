-- What layers say of themselves: how complete and current they are and whose work they show. The seed or a planner states
-- it; from the revision of an import on, what the extract brought is added, or replaces it where all content is the extract's.
CREATE OR REPLACE VIEW pub.layer_statement AS
SELECT
  layer.code AS layer_code,
  import.revision_from,
  lead(import.revision_from) OVER (PARTITION BY layer.code ORDER BY import.revision_from) AS revision_to,
  nullif(concat_ws(' ', CASE WHEN NOT import.fills_layer THEN layer.completeness_vi END, import.completeness_vi), '') AS completeness_vi,
  nullif(concat_ws(' ', CASE WHEN NOT import.fills_layer THEN layer.completeness_en END, import.completeness_en), '') AS completeness_en,
  greatest(CASE WHEN NOT import.fills_layer THEN layer.currency_on END, import.currency_on) AS currency_on,
  nullif(concat_ws('; ', CASE WHEN NOT import.fills_layer THEN layer.source_vi END, import.source_vi), '') AS source_vi,
  nullif(concat_ws('; ', CASE WHEN NOT import.fills_layer THEN layer.source_en END, import.source_en), '') AS source_en
FROM plan.layer
CROSS JOIN LATERAL (
  SELECT 0 AS revision_from, false AS fills_layer, NULL AS completeness_vi, NULL AS completeness_en, NULL::date AS currency_on,
         NULL AS source_vi, NULL AS source_en
  UNION ALL
  SELECT revision_from, fills_layer, completeness_vi, completeness_en, currency_on, source_vi, source_en
  FROM plan.layer_import
  WHERE layer_import.layer_code = layer.code
) AS import
WHERE layer.visibility = 'public';

-- Public layers, with what they say of themselves now.
CREATE OR REPLACE VIEW pub.layer AS
SELECT
  layer.code, layer.plan_scoped, layer.group_code, layer.position, layer.name_vi, layer.name_en, layer.description_vi,
  layer.description_en, layer.geometry_kind, layer.attributes, layer.symbol, layer.tile_attributes, layer.min_zoom,
  layer.max_zoom, layer.legal_basis, layer.is_coverage, statement.completeness_vi, statement.completeness_en,
  statement.currency_on, statement.source_vi, statement.source_en, layer.on_by_default, layer.visibility
FROM plan.layer
JOIN pub.layer_statement AS statement ON statement.layer_code = layer.code AND statement.revision_to IS NULL
WHERE layer.visibility = 'public';
