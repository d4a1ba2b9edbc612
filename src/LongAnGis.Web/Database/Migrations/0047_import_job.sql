-- Files that planners import on a page: read, previewed and taken by the service while the browser may be closed.

CREATE TABLE plan.import_job (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES plan.account,
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  layer_code text NOT NULL REFERENCES plan.layer,
  file_name text NOT NULL,
  content bytea NOT NULL,
  wish jsonb NOT NULL,
  step text NOT NULL CHECK (step IN ('preview', 'apply')),
  stage text NOT NULL CHECK (stage IN ('waiting', 'reading', 'matching', 'done')),
  outcome jsonb,
  fault_vi text,
  fault_en text,
  ask jsonb,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  held_until timestamptz,
  CHECK (outcome IS NULL OR fault_vi IS NULL)
);
CREATE INDEX import_job_waiting ON plan.import_job (made_at) WHERE stage <> 'done' AND cancelled_at IS NULL;
CREATE INDEX import_job_change_set ON plan.import_job (change_set_id);
CREATE INDEX import_job_expiry ON plan.import_job (expires_at);
COMMENT ON TABLE plan.import_job IS 'A file that a planner imports into a change set: first previewed, then, when they say so, taken in one transaction. Removed some days after it was sent.';
COMMENT ON COLUMN plan.import_job.account_id IS 'Who sent the file, and alone sees and takes it.';
COMMENT ON COLUMN plan.import_job.language IS 'Language in which they are told what came of it.';
COMMENT ON COLUMN plan.import_job.layer_code IS 'The layer that its features belong to.';
COMMENT ON COLUMN plan.import_job.content IS 'The file as it was sent.';
COMMENT ON COLUMN plan.import_job.wish IS 'How it is to be understood: reference system, encoding, layer of the file, key, columns, and whether what it lacks is to go.';
COMMENT ON COLUMN plan.import_job.step IS 'What is asked for: to tell what would come of it, or to do it.';
COMMENT ON COLUMN plan.import_job.stage IS 'How far the work is.';
COMMENT ON COLUMN plan.import_job.outcome IS 'What would come of it, or came of it.';
COMMENT ON COLUMN plan.import_job.fault_vi IS 'Why it cannot be taken, in Vietnamese.';
COMMENT ON COLUMN plan.import_job.fault_en IS 'Why it cannot be taken, in English.';
COMMENT ON COLUMN plan.import_job.ask IS 'What the planner has to say first, with the choices.';
COMMENT ON COLUMN plan.import_job.cancelled_at IS 'When somebody stopped it; null when it goes on.';
COMMENT ON COLUMN plan.import_job.held_until IS 'Until when a node of the service works on it; a time that has passed is of one that died.';
