-- What each layer says of itself from this revision on: source, day, how much.
INSERT INTO plan.layer_import (
  revision_from, instrument_code, currency_on,
  layer_code, fills_layer, completeness_vi, completeness_en, source_vi, source_en
)
SELECT @revision::integer, @instrument::text, @currency::date, said.*
FROM unnest(
  @layers::text[], @fills_layers::boolean[], @completeness_vi::text[], @completeness_en::text[], @sources_vi::text[],
  @sources_en::text[]
) AS said
