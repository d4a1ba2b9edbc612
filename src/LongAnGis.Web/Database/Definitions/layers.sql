-- What follows from a layer being a row: its partitions in pub, and a view with real columns for QGIS and reports.

-- Makes the partitions of a public layer, with the indexes that tiles, lists and search use.
CREATE OR REPLACE FUNCTION plan.make_partitions(layer text) RETURNS void
LANGUAGE plpgsql AS $body$
DECLARE
  suffix text := replace(layer, '-', '_');
BEGIN
  IF to_regclass(format('pub.%I', 'fv_' || suffix)) IS NULL THEN
    EXECUTE format('CREATE TABLE pub.%I PARTITION OF pub.feature_version FOR VALUES IN (%L)', 'fv_' || suffix, layer);
    EXECUTE format('ALTER TABLE pub.%I ADD PRIMARY KEY (version_id)', 'fv_' || suffix);
    EXECUTE format('CREATE INDEX ON pub.%I USING gist (geom)', 'fv_' || suffix);
    EXECUTE format('CREATE INDEX ON pub.%I (feature_id, revision_from)', 'fv_' || suffix);
    EXECUTE format('CREATE INDEX ON pub.%I (code)', 'fv_' || suffix);
    EXECUTE format('CREATE INDEX ON pub.%I USING gin (search_text gin_trgm_ops)', 'fv_' || suffix);
    EXECUTE format('CREATE INDEX ON pub.%I (name_vi COLLATE "vi-x-icu", feature_id)', 'fv_' || suffix);
    EXECUTE format('GRANT SELECT ON pub.%I TO longan_public', 'fv_' || suffix);
  END IF;

  IF to_regclass(format('pub.%I', 'fo_' || suffix)) IS NULL THEN
    EXECUTE format('CREATE TABLE pub.%I PARTITION OF pub.feature_overview FOR VALUES IN (%L)', 'fo_' || suffix, layer);
    EXECUTE format('GRANT SELECT ON pub.%I TO longan_public', 'fo_' || suffix);
  END IF;
END
$body$;

-- The typed view of a layer (pub.layer_industrial_parks): what is in force today, one column for each attribute.
CREATE OR REPLACE FUNCTION plan.make_typed_view(layer text) RETURNS void
LANGUAGE plpgsql AS $body$
DECLARE
  view_name text := 'layer_' || replace(layer, '-', '_');
  columns text;
BEGIN
  SELECT string_agg(
    format(
      CASE attribute ->> 'type'
        WHEN 'number' THEN ', (attributes ->> %L)::double precision AS %I'
        WHEN 'integer' THEN ', (attributes ->> %L)::bigint AS %I'
        WHEN 'boolean' THEN ', (attributes ->> %L)::boolean AS %I'
        WHEN 'date' THEN ', (attributes ->> %L)::date AS %I'
        ELSE ', attributes ->> %L AS %I'
      END,
      attribute ->> 'key',
      'a_' || (attribute ->> 'key')
    ),
    '' ORDER BY ordinality
  )
  INTO columns
  FROM plan.layer, jsonb_array_elements(layer.attributes) WITH ORDINALITY AS schema (attribute, ordinality)
  WHERE layer.code = make_typed_view.layer;

  EXECUTE format('DROP VIEW IF EXISTS pub.%I', view_name);
  EXECUTE format(
    $view$
    CREATE VIEW pub.%I AS
    SELECT feature_id AS id, plan_code, code, name_vi, name_en, geometry_quality, instrument_code, area_m2, length_m,
           in_force, revision_from AS revision%s, geom
    FROM pub.feature_version
    WHERE layer_code = %L
      AND revision_to IS NULL
      AND in_force @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    $view$,
    view_name, coalesce(columns, ''), layer
  );
  EXECUTE format('GRANT SELECT ON pub.%I TO longan_public', view_name);
END
$body$;

-- Brings pub in line with the visibility of a layer: a public one is copied in full, an internal one leaves nothing behind.
CREATE OR REPLACE FUNCTION plan.align_publication(layer text) RETURNS void
LANGUAGE plpgsql AS $body$
DECLARE
  suffix text := replace(layer, '-', '_');
BEGIN
  IF EXISTS (SELECT FROM plan.layer AS l WHERE l.code = layer AND l.visibility = 'public') THEN
    PERFORM plan.make_partitions(layer);
    PERFORM plan.make_typed_view(layer);
    INSERT INTO pub.feature_version
    SELECT copy.*
    FROM plan.feature_version AS v
    CROSS JOIN LATERAL plan.public_copy(v) AS copy
    WHERE v.layer_code = layer
      AND NOT EXISTS (SELECT FROM pub.feature_version AS p WHERE p.layer_code = layer AND p.version_id = v.version_id);
  ELSE
    EXECUTE format('DROP VIEW IF EXISTS pub.%I', 'layer_' || suffix);
    EXECUTE format('DROP TABLE IF EXISTS pub.%I, pub.%I', 'fv_' || suffix, 'fo_' || suffix);
  END IF;
END
$body$;

CREATE OR REPLACE FUNCTION plan.align_publication_of_row() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  PERFORM plan.align_publication(NEW.code);
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER layer_is_aligned_when_added
AFTER INSERT ON plan.layer
FOR EACH ROW EXECUTE FUNCTION plan.align_publication_of_row();

CREATE OR REPLACE TRIGGER layer_is_aligned_when_changed
AFTER UPDATE ON plan.layer
FOR EACH ROW WHEN (
  OLD.visibility IS DISTINCT FROM NEW.visibility
  OR OLD.attributes IS DISTINCT FROM NEW.attributes
) EXECUTE FUNCTION plan.align_publication_of_row();

-- Services keep what they know of layers in memory; a change of any kind tells them to look again.
CREATE OR REPLACE FUNCTION plan.announce_layers() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  PERFORM pg_notify('layers', '');
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER layers_are_announced
AFTER INSERT OR UPDATE OR DELETE ON plan.layer
FOR EACH STATEMENT EXECUTE FUNCTION plan.announce_layers();
