-- Points that people asked about, kept as parcels and lines are, with extracts of their own.

CREATE TABLE plan.lookup_point (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  typed text NOT NULL CHECK (length(typed) BETWEEN 1 AND 200),
  meaning_vi text NOT NULL,
  meaning_en text NOT NULL,
  geom geometry(Point, 4326) NOT NULL,
  plan_code text NOT NULL REFERENCES plan.plan,
  revision integer NOT NULL,
  as_of date NOT NULL,
  asked_at timestamptz NOT NULL
);
COMMENT ON TABLE plan.lookup_point IS 'A point that somebody asked about. Whoever has its address reads it; no list leads there.';
COMMENT ON COLUMN plan.lookup_point.id IS 'Random, so that the address cannot be guessed.';
COMMENT ON COLUMN plan.lookup_point.typed IS 'The coordinates or the parcel code as they were typed, nothing changed.';
COMMENT ON COLUMN plan.lookup_point.meaning_vi IS 'How they were understood, in Vietnamese.';
COMMENT ON COLUMN plan.lookup_point.meaning_en IS 'How they were understood, in English.';
COMMENT ON COLUMN plan.lookup_point.geom IS 'The point in WGS 84.';
COMMENT ON COLUMN plan.lookup_point.plan_code IS 'The plan that was asked.';
COMMENT ON COLUMN plan.lookup_point.revision IS 'The last publication when it was asked.';
COMMENT ON COLUMN plan.lookup_point.as_of IS 'The day whose legal state was asked about.';
COMMENT ON COLUMN plan.lookup_point.asked_at IS 'When it was asked.';

CREATE TRIGGER lookup_point_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.lookup_point
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

ALTER TABLE plan.lookup_extract
  ADD COLUMN point_id uuid REFERENCES plan.lookup_point,
  DROP CONSTRAINT lookup_extract_of_one_place,
  ADD CONSTRAINT lookup_extract_of_one_place CHECK (num_nonnulls(lookup_id, line_id, point_id) = 1);
CREATE UNIQUE INDEX lookup_extract_of_point ON plan.lookup_extract (point_id, digest) WHERE point_id IS NOT NULL;
COMMENT ON COLUMN plan.lookup_extract.point_id IS 'The point that was asked about; null of a parcel or a line.';
