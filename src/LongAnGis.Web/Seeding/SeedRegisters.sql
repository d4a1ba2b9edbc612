-- The registers of data/: instruments, plans, headings, layers, agencies. Rows that say the same are left untouched, so
-- that loading twice writes nothing. The seed never takes away what a planner has added.

INSERT INTO plan.instrument AS kept (
  code, number, kind, title_vi, title_en, issuer_vi, issuer_en, issued_on, in_force, url, note
)
SELECT code, number, kind, title_vi, title_en, issuer_vi, issuer_en, issued_on,
       CASE WHEN in_force_from IS NOT NULL OR in_force_to IS NOT NULL THEN daterange(in_force_from, in_force_to) END,
       url, note
FROM jsonb_to_recordset(@instruments) AS row (
  code text, number text, kind text, title_vi text, title_en text, issuer_vi text, issuer_en text, issued_on date,
  in_force_from date, in_force_to date, url text, note text
)
ON CONFLICT (code) DO UPDATE
SET number = excluded.number, kind = excluded.kind, title_vi = excluded.title_vi, title_en = excluded.title_en,
    issuer_vi = excluded.issuer_vi, issuer_en = excluded.issuer_en, issued_on = excluded.issued_on,
    in_force = excluded.in_force, url = excluded.url, note = excluded.note
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.plan AS kept (
  code, name_vi, name_en, territory_vi, territory_en, period_vi, period_en, instrument_code, in_force, succeeded_by,
  note_vi, note_en
)
SELECT code, name_vi, name_en, territory_vi, territory_en, period_vi, period_en, instrument_code,
       daterange(in_force_from, in_force_to), succeeded_by, note_vi, note_en
FROM jsonb_to_recordset(@plans) AS row (
  code text, name_vi text, name_en text, territory_vi text, territory_en text, period_vi text, period_en text,
  instrument_code text, in_force_from date, in_force_to date, succeeded_by text, note_vi text, note_en text
)
-- A successor stands before the plan that it succeeds, because the one refers to the other.
ORDER BY in_force_from DESC
ON CONFLICT (code) DO UPDATE
SET name_vi = excluded.name_vi, name_en = excluded.name_en, territory_vi = excluded.territory_vi,
    territory_en = excluded.territory_en, period_vi = excluded.period_vi, period_en = excluded.period_en,
    instrument_code = excluded.instrument_code, in_force = excluded.in_force, succeeded_by = excluded.succeeded_by,
    note_vi = excluded.note_vi, note_en = excluded.note_en
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.layer_group AS kept (code, position, name_vi, name_en)
SELECT code, position, name_vi, name_en
FROM jsonb_to_recordset(@groups) AS row (code text, position integer, name_vi text, name_en text)
ON CONFLICT (code) DO UPDATE
SET position = excluded.position, name_vi = excluded.name_vi, name_en = excluded.name_en
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.layer AS kept (
  code, plan_scoped, group_code, position, name_vi, name_en, description_vi, description_en, geometry_kind, attributes,
  symbol, tile_attributes, min_zoom, max_zoom, legal_basis, visibility, is_coverage, may_overlap, inside_province,
  must_not_cross, completeness_vi, completeness_en, currency_on, source_vi, source_en, on_by_default,
  min_area_m2, min_width_m, land_class_attribute
)
SELECT code, plan_scoped, group_code, position, name_vi, name_en, description_vi, description_en, geometry_kind,
       coalesce(attributes, '[]'), coalesce(symbol, '{}'), coalesce(tile_attributes, '{}'), coalesce(min_zoom, 0),
       coalesce(max_zoom, 16), legal_basis, coalesce(visibility, 'public'), coalesce(is_coverage, false),
       coalesce(may_overlap, true), coalesce(inside_province, false), coalesce(must_not_cross, '{}'),
       completeness_vi, completeness_en, currency_on, source_vi, source_en, coalesce(on_by_default, false),
       min_area_m2, min_width_m, land_class_attribute
FROM jsonb_to_recordset(@layers) AS row (
  code text, plan_scoped boolean, group_code text, position integer, name_vi text, name_en text, description_vi text,
  description_en text, geometry_kind text, attributes jsonb, symbol jsonb, tile_attributes text[], min_zoom integer,
  max_zoom integer, legal_basis text, visibility text, is_coverage boolean, may_overlap boolean,
  inside_province boolean, must_not_cross text[], completeness_vi text, completeness_en text, currency_on date,
  source_vi text, source_en text, on_by_default boolean, min_area_m2 double precision, min_width_m double precision,
  land_class_attribute text
)
ON CONFLICT (code) DO UPDATE
SET plan_scoped = excluded.plan_scoped, group_code = excluded.group_code, position = excluded.position,
    name_vi = excluded.name_vi, name_en = excluded.name_en, description_vi = excluded.description_vi,
    description_en = excluded.description_en, geometry_kind = excluded.geometry_kind, attributes = excluded.attributes,
    symbol = excluded.symbol, tile_attributes = excluded.tile_attributes, min_zoom = excluded.min_zoom,
    max_zoom = excluded.max_zoom, legal_basis = excluded.legal_basis, is_coverage = excluded.is_coverage,
    may_overlap = excluded.may_overlap, inside_province = excluded.inside_province,
    must_not_cross = excluded.must_not_cross, completeness_vi = excluded.completeness_vi,
    completeness_en = excluded.completeness_en, currency_on = excluded.currency_on, source_vi = excluded.source_vi,
    source_en = excluded.source_en, on_by_default = excluded.on_by_default, min_area_m2 = excluded.min_area_m2,
    min_width_m = excluded.min_width_m, land_class_attribute = excluded.land_class_attribute
-- Visibility is a planner's decision once the layer exists: the seed does not take it back.
WHERE (to_jsonb(kept) - 'visibility') IS DISTINCT FROM (to_jsonb(excluded) - 'visibility');

INSERT INTO plan.agency AS kept (code, kind, name_vi, name_en, successor, status, source_url, note)
SELECT code, kind, name_vi, nullif(name_en, ''), nullif(successor, ''), nullif(status, ''), nullif(source_url, ''),
       nullif(note, '')
FROM jsonb_to_recordset(@agencies) AS row (
  code text, kind text, name_vi text, name_en text, successor text, status text, source_url text, note text
)
ON CONFLICT (code) DO UPDATE
SET kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en, successor = excluded.successor,
    status = excluded.status, source_url = excluded.source_url, note = excluded.note
-- Successor and district follow with the programme, once all agencies and areas are there.
WHERE (to_jsonb(kept) - '{successor_code,area_code}'::text[]) IS DISTINCT FROM (to_jsonb(excluded) - '{successor_code,area_code}'::text[]);
