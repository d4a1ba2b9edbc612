-- Hundreds of parcels or points that somebody asks about in one file, answered one after the other.

CREATE TABLE plan.lookup_batch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('xlsx', 'csv', 'gpkg')),
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  headings text[] NOT NULL,
  frame_srid integer,
  plan_code text NOT NULL REFERENCES plan.plan,
  revision integer NOT NULL,
  as_of date NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  finished_at timestamptz,
  held_until timestamptz
);
CREATE INDEX lookup_batch_waiting ON plan.lookup_batch (made_at) WHERE finished_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX lookup_batch_expiry ON plan.lookup_batch (expires_at);
COMMENT ON TABLE plan.lookup_batch IS 'A file of parcels or points that somebody asked about. Whoever has its address reads it, until it expires and is removed with all its rows.';
COMMENT ON COLUMN plan.lookup_batch.id IS 'Random, so that the address cannot be guessed; no list leads there.';
COMMENT ON COLUMN plan.lookup_batch.kind IS 'What kind of file was sent, in which the answers are given back.';
COMMENT ON COLUMN plan.lookup_batch.language IS 'Language of the answers in the file.';
COMMENT ON COLUMN plan.lookup_batch.headings IS 'The columns of the file, in its order.';
COMMENT ON COLUMN plan.lookup_batch.frame_srid IS 'EPSG code of what the numbers are in, as somebody or the file says; null where it is found out row by row.';
COMMENT ON COLUMN plan.lookup_batch.revision IS 'The publication from which all rows are answered, whenever that happens.';
COMMENT ON COLUMN plan.lookup_batch.as_of IS 'The day whose legal state is told.';
COMMENT ON COLUMN plan.lookup_batch.cancelled_at IS 'When somebody stopped it; null when it goes on.';
COMMENT ON COLUMN plan.lookup_batch.finished_at IS 'When the last row was answered.';
COMMENT ON COLUMN plan.lookup_batch.held_until IS 'Until when a node of the service works on it; a time that has passed is of one that died.';

CREATE TABLE plan.lookup_batch_subject (
  batch_id uuid NOT NULL REFERENCES plan.lookup_batch ON DELETE CASCADE,
  position integer NOT NULL,
  corners text NOT NULL,
  fault_vi text,
  fault_en text,
  answer jsonb,
  PRIMARY KEY (batch_id, position),
  CHECK (answer IS NULL OR fault_vi IS NULL)
);
CREATE INDEX lookup_batch_subject_waiting ON plan.lookup_batch_subject (batch_id, position) WHERE answer IS NULL AND fault_vi IS NULL;
COMMENT ON TABLE plan.lookup_batch_subject IS 'One parcel or point of a batch. Without answer and fault it waits.';
COMMENT ON COLUMN plan.lookup_batch_subject.corners IS 'Its corner table, or its one point, in the numbers of the file.';
COMMENT ON COLUMN plan.lookup_batch_subject.fault_vi IS 'Why it cannot be answered, in Vietnamese.';
COMMENT ON COLUMN plan.lookup_batch_subject.fault_en IS 'Why it cannot be answered, in English.';
COMMENT ON COLUMN plan.lookup_batch_subject.answer IS 'What the plan says there: texts and numbers by column.';

CREATE TABLE plan.lookup_batch_row (
  batch_id uuid NOT NULL REFERENCES plan.lookup_batch ON DELETE CASCADE,
  position integer NOT NULL,
  subject integer,
  cells text[] NOT NULL,
  PRIMARY KEY (batch_id, position)
);
COMMENT ON TABLE plan.lookup_batch_row IS 'A row of the file as it was sent: a parcel''s corners are several rows.';
COMMENT ON COLUMN plan.lookup_batch_row.subject IS 'Position of the parcel or point that the row belongs to; null of a row without coordinates.';
COMMENT ON COLUMN plan.lookup_batch_row.cells IS 'Its cells, one for each heading.';
