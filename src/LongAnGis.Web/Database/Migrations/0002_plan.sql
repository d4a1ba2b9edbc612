-- The plan: instruments, plans, layers, features with every version, change sets, revisions, areas, agencies, audit.

CREATE TABLE plan.instrument (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  number text NOT NULL,
  kind text NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  issuer_vi text,
  issuer_en text,
  issued_on date,
  in_force daterange,
  url text,
  note text,
  is_public boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE plan.instrument IS 'A decision, resolution, law or source that a thing rests on (căn cứ pháp lý).';
COMMENT ON COLUMN plan.instrument.number IS 'As cited on paper, e.g. 686/QĐ-TTg.';

CREATE TABLE plan.plan (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{1,32}$'),
  name_vi text NOT NULL,
  name_en text NOT NULL,
  territory_vi text NOT NULL,
  territory_en text NOT NULL,
  period_vi text,
  period_en text,
  instrument_code text NOT NULL REFERENCES plan.instrument,
  in_force daterange NOT NULL,
  succeeded_by text REFERENCES plan.plan,
  note_vi text,
  note_en text
);
COMMENT ON TABLE plan.plan IS 'One approved plan with its territory, period and instrument; features, targets and tasks belong to one plan.';

CREATE TABLE plan.layer_group (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,32}$'),
  position integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE plan.layer_group IS 'A heading of the layer list.';

CREATE TABLE plan.layer (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,48}$'),
  plan_scoped boolean NOT NULL,
  group_code text NOT NULL REFERENCES plan.layer_group,
  position integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  description_vi text,
  description_en text,
  geometry_kind text NOT NULL CHECK (geometry_kind IN ('point', 'line', 'polygon', 'any')),
  attributes jsonb NOT NULL DEFAULT '[]',
  symbol jsonb NOT NULL DEFAULT '{}',
  tile_attributes text[] NOT NULL DEFAULT '{}',
  min_zoom integer NOT NULL DEFAULT 0,
  max_zoom integer NOT NULL DEFAULT 16,
  legal_basis text REFERENCES plan.instrument,
  visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'internal')),
  is_coverage boolean NOT NULL DEFAULT false,
  may_overlap boolean NOT NULL DEFAULT true,
  inside_province boolean NOT NULL DEFAULT false,
  must_not_cross text[] NOT NULL DEFAULT '{}',
  completeness_vi text,
  completeness_en text,
  currency_on date,
  source_vi text,
  source_en text,
  on_by_default boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE plan.layer IS 'A named kind of plan content: a row, not a table, so that a planner adds one without a migration.';
COMMENT ON COLUMN plan.layer.plan_scoped IS 'True: features belong to a plan. False: context (boundaries, rivers) that every plan shares.';
COMMENT ON COLUMN plan.layer.attributes IS 'Attribute schema: [{key, type, unit, label{vi,en}, required, codes[{value,vi,en}], list}].';
COMMENT ON COLUMN plan.layer.symbol IS 'How it is drawn; map style and legend are both made from it.';
COMMENT ON COLUMN plan.layer.tile_attributes IS 'Attributes that the style needs and tiles therefore carry, beside name, code and quality.';
COMMENT ON COLUMN plan.layer.currency_on IS 'The day to which the content is known to be current.';

CREATE TABLE plan.change_set (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seed_code text UNIQUE,
  seed_checksum text,
  plan_code text REFERENCES plan.plan,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  reason text NOT NULL,
  instrument_code text NOT NULL REFERENCES plan.instrument,
  in_force_from date,
  state text NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'consultation', 'submitted', 'returned', 'appraised', 'approved', 'published', 'withdrawn')),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  published_at timestamptz,
  published_by text,
  CHECK ((state = 'published') = (published_at IS NOT NULL))
);
COMMENT ON TABLE plan.change_set IS 'A proposed amendment (hồ sơ điều chỉnh): the only way in which plan content is written.';
COMMENT ON COLUMN plan.change_set.seed_code IS 'Names the entry of data/changesets.json that this came from, so that loading is idempotent.';

CREATE TABLE plan.revision (
  number integer PRIMARY KEY CHECK (number > 0),
  plan_code text REFERENCES plan.plan,
  change_set_id uuid NOT NULL UNIQUE REFERENCES plan.change_set,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL
);
COMMENT ON TABLE plan.revision IS 'One row for each publication, numbered without gaps; the state of the whole plan as it became known then.';

CREATE TABLE plan.layer_revision (
  layer_code text NOT NULL REFERENCES plan.layer,
  number integer NOT NULL REFERENCES plan.revision,
  PRIMARY KEY (layer_code, number)
);
COMMENT ON TABLE plan.layer_revision IS 'Which revisions touched which layer.';

CREATE TABLE plan.layer_day (
  layer_code text NOT NULL REFERENCES plan.layer,
  day date NOT NULL,
  PRIMARY KEY (layer_code, day)
);
COMMENT ON TABLE plan.layer_day IS
  'The days on which anything in a layer begins or ends: between two of them it looks the same, so tiles can be kept.';

CREATE TABLE plan.feature (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer_code text NOT NULL REFERENCES plan.layer,
  plan_code text REFERENCES plan.plan,
  code text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_revision integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (layer_code, plan_code, code)
);
COMMENT ON TABLE plan.feature IS 'One thing in a layer, with an id for life and the number of its newest version.';
COMMENT ON COLUMN plan.feature.version IS 'Grows by one with each published change; a change set states the version that it was based on.';

CREATE TABLE plan.feature_version (
  version_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feature_id bigint NOT NULL REFERENCES plan.feature,
  version integer NOT NULL,
  layer_code text NOT NULL,
  plan_code text,
  code text NOT NULL,
  name_vi text NOT NULL,
  name_en text,
  attributes jsonb NOT NULL DEFAULT '{}',
  geom geometry(Geometry, 4326),
  label_point geometry(Point, 4326),
  geometry_quality text NOT NULL CHECK (geometry_quality IN ('surveyed', 'digitised', 'generalised', 'indicative')),
  geometry_source text,
  sources jsonb NOT NULL DEFAULT '[]',
  note text,
  instrument_code text NOT NULL REFERENCES plan.instrument,
  successor_id bigint REFERENCES plan.feature,
  area_m2 double precision,
  length_m double precision,
  in_force daterange NOT NULL CHECK (NOT isempty(in_force)),
  revision_from integer NOT NULL REFERENCES plan.revision,
  revision_to integer REFERENCES plan.revision CHECK (revision_to > revision_from),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  change_set_id uuid NOT NULL REFERENCES plan.change_set,
  change_op text NOT NULL CHECK (change_op IN ('create', 'update')),
  search_text text NOT NULL DEFAULT '',
  search_key text NOT NULL DEFAULT '',
  -- At any revision, at most one content is in force on any day.
  CONSTRAINT feature_version_one_truth EXCLUDE USING gist (
    feature_id WITH =,
    in_force WITH &&,
    int4range(revision_from, revision_to) WITH &&
  )
);
CREATE INDEX feature_version_geom ON plan.feature_version USING gist (geom) WHERE revision_to IS NULL;
CREATE INDEX feature_version_from ON plan.feature_version (revision_from);
CREATE INDEX feature_version_feature ON plan.feature_version (feature_id);
CREATE INDEX feature_version_layer ON plan.feature_version (layer_code, feature_id) WHERE revision_to IS NULL;
COMMENT ON TABLE plan.feature_version IS
  'Everything a feature ever was, in two times: in_force (legal effect) and revision_from..revision_to (when the system knew it).';
COMMENT ON COLUMN plan.feature_version.geom IS 'WGS 84, longitude then latitude; the truth from which all else is derived.';
COMMENT ON COLUMN plan.feature_version.area_m2 IS 'Planar area on the VN-2000 / TM-3 105°45'' grid, m²; null where the geometry is indicative.';
COMMENT ON COLUMN plan.feature_version.length_m IS 'Planar length on the VN-2000 / TM-3 105°45'' grid, m; null where the geometry is indicative.';
COMMENT ON COLUMN plan.feature_version.geometry_quality IS 'How well the place is known (Circular 04/2023): indicative is drawn as a symbol, never as a boundary.';
COMMENT ON COLUMN plan.feature_version.successor_id IS 'The feature that continues this one after it ended.';
COMMENT ON COLUMN plan.feature_version.search_text IS 'Names and code, folded: no diacritics, lower case, abbreviations written both ways.';
COMMENT ON COLUMN plan.feature_version.search_key IS 'Names in lower case with their diacritics in one spelling (hoà = hòa), for ranking exact hits first.';

CREATE TABLE plan.change (
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  position integer NOT NULL,
  op text NOT NULL CHECK (op IN ('create', 'update', 'delete')),
  layer_code text NOT NULL REFERENCES plan.layer,
  code text NOT NULL,
  feature_id bigint REFERENCES plan.feature,
  base_version integer,
  name_vi text,
  name_en text,
  attributes jsonb,
  geom geometry(Geometry, 4326),
  geometry_quality text,
  geometry_source text,
  sources jsonb,
  note text,
  instrument_code text REFERENCES plan.instrument,
  successor_code text,
  in_force daterange NOT NULL CHECK (NOT isempty(in_force)),
  search_text text,
  search_key text,
  PRIMARY KEY (change_set_id, position),
  CHECK ((op = 'create') = (base_version IS NULL)),
  CHECK (op = 'delete' OR (name_vi IS NOT NULL AND geometry_quality IS NOT NULL))
);
CREATE UNIQUE INDEX change_once ON plan.change (change_set_id, feature_id) WHERE feature_id IS NOT NULL;
COMMENT ON TABLE plan.change IS 'One create, update or delete of a change set, with the content that it proposes.';
COMMENT ON COLUMN plan.change.base_version IS 'The version the author saw; publishing refuses when the feature has moved on.';
COMMENT ON COLUMN plan.change.in_force IS 'The days for which the change holds: content outside them stays as it was.';

CREATE TABLE plan.seed_feature (
  feature_id bigint PRIMARY KEY REFERENCES plan.feature,
  content_hash text NOT NULL,
  version integer NOT NULL
);
COMMENT ON TABLE plan.seed_feature IS
  'What the seed files last said of a feature: a newer seed updates it only while nobody else has amended it.';

CREATE TABLE plan.area (
  code text PRIMARY KEY,
  kind text NOT NULL,
  name_vi text NOT NULL,
  name_en text,
  full_name_vi text NOT NULL,
  parent_code text,
  valid daterange NOT NULL,
  feature_id bigint REFERENCES plan.feature,
  note text
);
COMMENT ON TABLE plan.area IS 'An administrative unit with its period of validity; its boundary is the feature it names.';

CREATE TABLE plan.crosswalk (
  old_code text NOT NULL REFERENCES plan.area,
  new_code text NOT NULL REFERENCES plan.area,
  extent text NOT NULL CHECK (extent IN ('whole', 'part')),
  method text NOT NULL,
  area_share double precision CHECK (area_share > 0 AND area_share <= 1),
  note text,
  PRIMARY KEY (old_code, new_code)
);
COMMENT ON TABLE plan.crosswalk IS 'How an old area carries on into new ones; a part whose share is unknown has no area_share.';

CREATE TABLE plan.agency (
  code text PRIMARY KEY,
  kind text NOT NULL,
  name_vi text NOT NULL,
  name_en text,
  successor text,
  status text,
  source_url text,
  note text
);
COMMENT ON TABLE plan.agency IS 'Who is responsible, with the successor since the reorganisation of 2025.';

CREATE TABLE plan.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE plan.audit IS 'Who did what when: append-only.';

CREATE FUNCTION plan.refuse_rewriting() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$body$;

CREATE TRIGGER audit_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.audit
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TRIGGER revision_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.revision
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
