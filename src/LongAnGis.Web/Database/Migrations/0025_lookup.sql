-- What people asked about their land, kept so that an answer has an address and can be asked again.

CREATE TABLE plan.lookup (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  corners text NOT NULL CHECK (length(corners) BETWEEN 1 AND 200000),
  frame_srid integer NOT NULL,
  north_first boolean NOT NULL,
  arrangement text NOT NULL CHECK (arrangement IN ('stated', 'around', 'hull')),
  geom geometry(Polygon, 4326) NOT NULL CHECK (ST_IsValid(geom)),
  plan_code text NOT NULL REFERENCES plan.plan,
  revision integer NOT NULL,
  as_of date NOT NULL,
  asked_at timestamptz NOT NULL
);
COMMENT ON TABLE plan.lookup IS 'A parcel that somebody asked about. Whoever has its address reads it; no list leads there.';
COMMENT ON COLUMN plan.lookup.id IS 'Random, so that the address cannot be guessed.';
COMMENT ON COLUMN plan.lookup.corners IS 'The corner table as it was pasted, nothing changed: papers keep their meridian and their order.';
COMMENT ON COLUMN plan.lookup.frame_srid IS 'EPSG code of what the numbers were read in: a grid of VN-2000, 4326 or 32648.';
COMMENT ON COLUMN plan.lookup.north_first IS 'Whether the first number of a pair was read as northing (or latitude).';
COMMENT ON COLUMN plan.lookup.arrangement IS 'The order of the corners: as stated, around their middle, or their hull; a person''s choice when the stated one crosses itself.';
COMMENT ON COLUMN plan.lookup.geom IS 'The parcel in WGS 84.';
COMMENT ON COLUMN plan.lookup.revision IS 'The last publication when it was asked; what has changed since is told from here on.';
COMMENT ON COLUMN plan.lookup.as_of IS 'The day whose legal state was asked about.';

CREATE TRIGGER lookup_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.lookup
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
