-- Extracts of lines beside those of parcels, and one extract for each content: what is told of a place may change without a
-- publication (an amendment opens for comment, a figure is recorded, another day is asked about), and its seal does not.

ALTER TABLE plan.lookup_extract
  ALTER COLUMN lookup_id DROP NOT NULL,
  ADD COLUMN line_id uuid REFERENCES plan.lookup_line,
  -- Empty of those that were given out before: nothing has this digest, so that whoever asks again gets a new one.
  ADD COLUMN digest text NOT NULL DEFAULT '',
  ADD CONSTRAINT lookup_extract_of_one_place CHECK (num_nonnulls(lookup_id, line_id) = 1),
  DROP CONSTRAINT lookup_extract_lookup_id_plan_code_revision_as_of_key;

ALTER TABLE plan.lookup_extract ALTER COLUMN digest DROP DEFAULT;

CREATE UNIQUE INDEX lookup_extract_of_parcel ON plan.lookup_extract (lookup_id, digest) WHERE lookup_id IS NOT NULL AND digest <> '';
CREATE UNIQUE INDEX lookup_extract_of_line ON plan.lookup_extract (line_id, digest) WHERE line_id IS NOT NULL;

COMMENT ON TABLE plan.lookup_extract IS 'Extracts that were given out: one for each parcel or line and what was told of it, whatever files were made of it.';
COMMENT ON COLUMN plan.lookup_extract.lookup_id IS 'The parcel that was asked about; null of a line.';
COMMENT ON COLUMN plan.lookup_extract.line_id IS 'The line that was asked about; null of a parcel.';
COMMENT ON COLUMN plan.lookup_extract.digest IS 'SHA-256 of the content without number and time, in hexadecimal digits: who asks again and is told the same gets the same extract.';
