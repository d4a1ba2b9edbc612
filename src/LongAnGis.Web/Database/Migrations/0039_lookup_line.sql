-- Lines that people asked about, such as a road that somebody plans, kept as parcels are.

CREATE TABLE plan.lookup_line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  corners text NOT NULL CHECK (length(corners) BETWEEN 1 AND 200000),
  frame_srid integer NOT NULL,
  north_first boolean NOT NULL,
  plan_code text NOT NULL REFERENCES plan.plan,
  revision integer NOT NULL,
  as_of date NOT NULL,
  asked_at timestamptz NOT NULL
);
COMMENT ON TABLE plan.lookup_line IS 'A line that somebody asked about. Whoever has its address reads it; no list leads there.';
COMMENT ON COLUMN plan.lookup_line.id IS 'Random, so that the address cannot be guessed.';
COMMENT ON COLUMN plan.lookup_line.corners IS 'The table of its points as it was pasted, drawn or read from a file, nothing changed.';
COMMENT ON COLUMN plan.lookup_line.frame_srid IS 'EPSG code of what the numbers were read in: a grid of VN-2000, 4326 or 32648.';
COMMENT ON COLUMN plan.lookup_line.north_first IS 'Whether the first number of a pair was read as northing (or latitude).';
COMMENT ON COLUMN plan.lookup_line.plan_code IS 'The plan that was asked.';
COMMENT ON COLUMN plan.lookup_line.revision IS 'The last publication when it was asked.';
COMMENT ON COLUMN plan.lookup_line.as_of IS 'The day whose legal state was asked about.';
COMMENT ON COLUMN plan.lookup_line.asked_at IS 'When it was asked.';

CREATE TRIGGER lookup_line_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.lookup_line
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
