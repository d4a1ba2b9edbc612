-- The public indicators under their themes, in the order of the catalogue.
SELECT
  indicator.code, indicator.theme_code, indicator.name_vi, indicator.name_en, indicator.unit_vi, indicator.unit_en,
  indicator.value_kind, indicator.direction, indicator.transfer, indicator.denominator_code, indicator.level,
  indicator.frequency, indicator.decimals, indicator.definition_vi, indicator.definition_en, indicator.source_body_vi,
  indicator.source_body_en, theme.name_vi AS theme_vi, theme.name_en AS theme_en, indicator.search_text
FROM pub.indicator
JOIN pub.theme ON theme.code = indicator.theme_code
WHERE $1::text IS NULL OR indicator.code = $1
ORDER BY theme.position, indicator.position, indicator.code
