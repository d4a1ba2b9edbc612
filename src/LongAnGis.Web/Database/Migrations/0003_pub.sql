-- What the public may read: copies of published versions, one partition for each layer, and views of the registers.

CREATE TABLE pub.feature_version (
  version_id bigint NOT NULL,
  feature_id bigint NOT NULL,
  version integer NOT NULL,
  layer_code text NOT NULL,
  plan_code text,
  code text NOT NULL,
  name_vi text NOT NULL,
  name_en text,
  attributes jsonb NOT NULL,
  geom geometry(Geometry, 4326),
  label_point geometry(Point, 4326),
  geometry_quality text NOT NULL,
  geometry_source text,
  sources jsonb NOT NULL,
  note text,
  instrument_code text NOT NULL,
  successor_id bigint,
  area_m2 double precision,
  length_m double precision,
  in_force daterange NOT NULL,
  revision_from integer NOT NULL,
  revision_to integer,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  change_set_id uuid NOT NULL,
  change_op text NOT NULL,
  search_text text NOT NULL,
  search_key text NOT NULL
) PARTITION BY LIST (layer_code);
COMMENT ON TABLE pub.feature_version IS
  'Published versions of public layers. A partition for each layer keeps a small layer fast beside one of a million features.';

CREATE TABLE pub.feature_overview (
  layer_code text NOT NULL,
  zoom integer NOT NULL,
  version_id bigint NOT NULL,
  geom geometry(Geometry, 4326) NOT NULL,
  PRIMARY KEY (layer_code, zoom, version_id)
) PARTITION BY LIST (layer_code);
COMMENT ON TABLE pub.feature_overview IS
  'Generalised geometry for zooms up to 11, made on publication where it is lighter than the original.';

CREATE VIEW pub.instrument AS
SELECT code, number, title_vi, title_en, kind, issuer_vi, issuer_en, issued_on, in_force, url, note
FROM plan.instrument
WHERE is_public;

CREATE VIEW pub.plan AS
SELECT code, name_vi, name_en, territory_vi, territory_en, period_vi, period_en, instrument_code, in_force,
       succeeded_by, note_vi, note_en
FROM plan.plan;

CREATE VIEW pub.agency AS
SELECT code, kind, name_vi, name_en, successor, status, source_url, note
FROM plan.agency;

CREATE VIEW pub.layer_group AS
SELECT code, position, name_vi, name_en
FROM plan.layer_group;

CREATE VIEW pub.layer AS
SELECT code, plan_scoped, group_code, position, name_vi, name_en, description_vi, description_en, geometry_kind,
       attributes, symbol, tile_attributes, min_zoom, max_zoom, legal_basis, is_coverage, completeness_vi,
       completeness_en, currency_on, source_vi, source_en, on_by_default, visibility
FROM plan.layer
WHERE visibility = 'public';

-- A revision that touched only internal layers keeps its number (revisions are gapless) but says nothing of its content.
CREATE VIEW pub.revision AS
SELECT
  revision.number,
  revision.plan_code,
  revision.published_at,
  CASE WHEN shown.any THEN change_set.id END AS change_set_id,
  CASE WHEN shown.any THEN change_set.title_vi END AS title_vi,
  CASE WHEN shown.any THEN change_set.title_en END AS title_en,
  CASE WHEN shown.any THEN change_set.reason END AS reason,
  CASE WHEN shown.any THEN change_set.instrument_code END AS instrument_code,
  CASE WHEN shown.any THEN revision.published_by END AS published_by,
  CASE WHEN shown.any THEN change_set.in_force_from END AS in_force_from
FROM plan.revision
JOIN plan.change_set ON change_set.id = revision.change_set_id
CROSS JOIN LATERAL (
  SELECT EXISTS (
    SELECT FROM plan.layer_revision
    JOIN plan.layer ON layer.code = layer_revision.layer_code
    WHERE layer_revision.number = revision.number
      AND layer.visibility = 'public'
  ) AS any
) AS shown;

CREATE VIEW pub.layer_revision AS
SELECT layer_revision.layer_code, layer_revision.number
FROM plan.layer_revision
JOIN plan.layer ON layer.code = layer_revision.layer_code
WHERE layer.visibility = 'public';

CREATE VIEW pub.layer_day AS
SELECT layer_day.layer_code, layer_day.day
FROM plan.layer_day
JOIN plan.layer ON layer.code = layer_day.layer_code
WHERE layer.visibility = 'public';

CREATE VIEW pub.area AS
SELECT code, kind, name_vi, name_en, full_name_vi, parent_code, valid, feature_id, note
FROM plan.area;

CREATE VIEW pub.crosswalk AS
SELECT old_code, new_code, extent, method, area_share, note
FROM plan.crosswalk;

GRANT SELECT ON ALL TABLES IN SCHEMA pub TO longan_public;
