-- The content that somebody who saw a version of a feature starts from, for a change that is about some days: what holds on
-- those days goes before what does not, and the newest of that is what they saw. Inlined where it is asked for.
CREATE OR REPLACE FUNCTION plan.content_seen(feature bigint, seen_version integer, days daterange)
RETURNS SETOF plan.feature_version
LANGUAGE sql STABLE AS $body$
  SELECT version.*
  FROM plan.feature_version AS version
  WHERE version.feature_id = feature
    AND version.version <= seen_version
  ORDER BY version.in_force && days DESC, version.version DESC, version.version_id DESC
  LIMIT 1
$body$;

-- What each change started from. A change that creates has no row here.
CREATE OR REPLACE VIEW plan.change_base AS
SELECT
  change.change_set_id,
  change.position,
  base.version_id,
  base.version,
  base.name_vi,
  base.name_en,
  base.attributes,
  base.geom,
  base.geometry_quality,
  base.geometry_source,
  base.sources,
  base.note,
  base.instrument_code,
  base.in_force,
  base.area_m2,
  base.length_m,
  base.revision_from
FROM plan.change
CROSS JOIN LATERAL plan.content_seen(change.feature_id, change.base_version, change.in_force) AS base
WHERE change.op <> 'create';
COMMENT ON VIEW plan.change_base IS 'The content that each update or delete of a change set is based on.';

-- A text as search compares it; the rule is that of VietnameseText.Fold.
CREATE OR REPLACE FUNCTION plan.fold(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $body$
  SELECT btrim(regexp_replace(
    lower(translate(regexp_replace(normalize($1, NFKD), '[\u0300-\u036F]', '', 'g'), 'đĐðÐƉɖ', 'dddddd')),
    '[^a-z0-9]+', ' ', 'g'
  ))
$body$;
