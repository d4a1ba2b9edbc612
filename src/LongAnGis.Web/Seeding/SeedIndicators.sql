-- What is measured and for which territories: themes, indicators, regions with their members. Rows that say the same are
-- left untouched; whether an indicator is public is a person's decision once it exists.

INSERT INTO plan.theme AS kept (code, position, name_vi, name_en)
SELECT code, position::integer, name_vi, name_en
FROM jsonb_to_recordset(@themes) AS row (code text, position text, name_vi text, name_en text)
ON CONFLICT (code) DO UPDATE
SET position = excluded.position, name_vi = excluded.name_vi, name_en = excluded.name_en
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.indicator AS kept (
  code, theme_code, position, name_vi, name_en, unit_vi, unit_en, value_kind, direction, transfer, denominator_code,
  level, frequency, decimals, definition_vi, definition_en, source_body_vi, source_body_en, search_text
)
SELECT code, theme_code, position::integer, name_vi, name_en, unit_vi, unit_en, value_kind, direction, transfer,
       nullif(denominator_code, ''), level, frequency, decimals::integer, definition_vi, definition_en,
       nullif(source_body_vi, ''), nullif(source_body_en, ''), search_text
FROM jsonb_to_recordset(@indicators) AS row (
  code text, theme_code text, position text, name_vi text, name_en text, unit_vi text, unit_en text, value_kind text,
  direction text, transfer text, denominator_code text, level text, frequency text, decimals text, definition_vi text,
  definition_en text, source_body_vi text, source_body_en text, search_text text
)
ON CONFLICT (code) DO UPDATE
SET theme_code = excluded.theme_code, position = excluded.position, name_vi = excluded.name_vi,
    name_en = excluded.name_en, unit_vi = excluded.unit_vi, unit_en = excluded.unit_en,
    value_kind = excluded.value_kind, direction = excluded.direction, transfer = excluded.transfer,
    denominator_code = excluded.denominator_code, level = excluded.level, frequency = excluded.frequency,
    decimals = excluded.decimals, definition_vi = excluded.definition_vi, definition_en = excluded.definition_en,
    source_body_vi = excluded.source_body_vi, source_body_en = excluded.source_body_en,
    search_text = excluded.search_text
WHERE (to_jsonb(kept) - 'is_public') IS DISTINCT FROM (to_jsonb(excluded) - 'is_public');

INSERT INTO plan.region AS kept (code, kind, name_vi, name_en, full_name_vi, valid, note)
SELECT code, kind, name_vi, name_en, full_name_vi,
       daterange(nullif(valid_from, '')::date, nullif(valid_to, '')::date), nullif(note, '')
FROM jsonb_to_recordset(@regions) AS row (
  code text, kind text, name_vi text, name_en text, full_name_vi text, valid_from text, valid_to text, note text
)
ON CONFLICT (code) DO UPDATE
SET kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en,
    full_name_vi = excluded.full_name_vi, valid = excluded.valid, note = excluded.note
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.region_member (region_code, area_code)
SELECT row.code, member.area_code
FROM jsonb_to_recordset(@regions) AS row (code text, members text)
CROSS JOIN LATERAL string_to_table(row.members, ';') AS member (area_code)
ON CONFLICT DO NOTHING;
