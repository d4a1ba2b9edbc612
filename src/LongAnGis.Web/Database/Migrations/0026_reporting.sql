-- Reports of progress by period: drafts, filed versions with their evidence, what the head decided, and what the desk did to
-- a period. What was filed is never altered.

ALTER TABLE plan.account DROP CONSTRAINT account_roles_check;
ALTER TABLE plan.account ADD CONSTRAINT account_roles_check
  CHECK (roles <@ ARRAY['planner', 'reviewer', 'officer', 'head', 'leader', 'desk', 'admin']);

CREATE DOMAIN plan.reporting_period AS text CHECK (VALUE ~ '^2[01][0-9]{2}-(M(0[1-9]|1[0-2])|Q[1-4]|H[12]|Y)$');
COMMENT ON DOMAIN plan.reporting_period IS
  'A reporting period (kỳ báo cáo): 2026-M03, 2026-Q1, 2026-H1, 2026-Y. Its days follow from the calendar in the settings (Reporting).';

CREATE TABLE plan.report_file (
  id uuid PRIMARY KEY,
  period plan.reporting_period NOT NULL,
  agency_code text NOT NULL REFERENCES plan.agency,
  task_code text NOT NULL REFERENCES plan.task,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 150),
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  sha256 bytea NOT NULL,
  content bytea NOT NULL,
  added_at timestamptz NOT NULL,
  added_by uuid NOT NULL REFERENCES plan.account
);
CREATE INDEX report_file_of ON plan.report_file (task_code, agency_code, period);
COMMENT ON TABLE plan.report_file IS 'Evidence (minh chứng) of a report, as it was sent. Drafts and filed versions name it by id.';
COMMENT ON COLUMN plan.report_file.name IS 'The name it had, without folders and control characters; never a path on the server.';
COMMENT ON COLUMN plan.report_file.media_type IS 'What its content was recognised as, not what its sender said.';
COMMENT ON COLUMN plan.report_file.size IS 'In bytes.';
ALTER TABLE plan.report_file ALTER content SET STORAGE EXTERNAL;

CREATE TABLE plan.report_draft (
  period plan.reporting_period NOT NULL,
  agency_code text NOT NULL REFERENCES plan.agency,
  task_code text NOT NULL REFERENCES plan.task,
  revision integer NOT NULL CHECK (revision > 0),
  percent numeric(5, 2),
  completed_on date,
  done text,
  obstacles text,
  proposals text,
  reason text,
  figures jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(figures) = 'object'),
  files uuid[] NOT NULL DEFAULT '{}',
  saved_at timestamptz NOT NULL,
  saved_by uuid NOT NULL REFERENCES plan.account,
  PRIMARY KEY (task_code, agency_code, period)
);
CREATE INDEX report_draft_period ON plan.report_draft (period, agency_code);
COMMENT ON TABLE plan.report_draft IS 'A report that is being written; it may lack anything. Gone once it is filed.';
COMMENT ON COLUMN plan.report_draft.revision IS 'Grows by one with each save; a form states the one that it was based on.';
COMMENT ON COLUMN plan.report_draft.figures IS 'Figures for the task''s indicators, by code, in the indicator''s unit.';

CREATE TABLE plan.report (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period plan.reporting_period NOT NULL,
  agency_code text NOT NULL REFERENCES plan.agency,
  task_code text NOT NULL REFERENCES plan.task,
  version integer NOT NULL CHECK (version > 0),
  last_day date NOT NULL,
  percent numeric(5, 2) NOT NULL CHECK (percent BETWEEN 0 AND 100),
  completed_on date CHECK (completed_on <= last_day),
  done text NOT NULL CHECK (length(done) BETWEEN 1 AND 8000),
  obstacles text,
  proposals text,
  reason text,
  figures jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(figures) = 'object'),
  files uuid[] NOT NULL DEFAULT '{}',
  filed_at timestamptz NOT NULL,
  filed_by uuid NOT NULL REFERENCES plan.account,
  CHECK ((percent = 100) = (completed_on IS NOT NULL)),
  UNIQUE (task_code, agency_code, period, version)
);
CREATE INDEX report_period ON plan.report (period, agency_code, task_code, version DESC);
CREATE INDEX report_day ON plan.report (task_code, agency_code, last_day DESC, version DESC);
COMMENT ON TABLE plan.report IS 'What a unit filed on a task for a period (báo cáo tiến độ). A correction is the next version.';
COMMENT ON COLUMN plan.report.agency_code IS 'The unit that reports: an agency as it is today, a district''s committee among them.';
COMMENT ON COLUMN plan.report.last_day IS 'The last day of the period when it was filed; what the report tells of.';
COMMENT ON COLUMN plan.report.done IS 'What was done in the period.';
COMMENT ON COLUMN plan.report.reason IS 'Why the percentage is lower than before.';
COMMENT ON COLUMN plan.report.figures IS 'Figures for the task''s indicators, by code, as the unit states them; official figures are observations.';
COMMENT ON COLUMN plan.report.files IS 'Ids of plan.report_file.';

CREATE TABLE plan.report_decision (
  report_id bigint PRIMARY KEY REFERENCES plan.report,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'returned')),
  note text CHECK (length(note) <= 4000),
  edition integer REFERENCES plan.edition,
  decided_at timestamptz NOT NULL,
  decided_by uuid NOT NULL REFERENCES plan.account,
  CHECK (verdict = 'approved' OR coalesce(length(note), 0) > 0),
  CHECK ((verdict = 'approved') = (edition IS NOT NULL))
);
COMMENT ON TABLE plan.report_decision IS 'What the head of the unit decided about a filed version, once.';
COMMENT ON COLUMN plan.report_decision.note IS 'What is to be mended, where it was returned.';
COMMENT ON COLUMN plan.report_decision.edition IS 'The edition in which its progress became that of the task; null where it was returned.';

CREATE TABLE plan.period_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period plan.reporting_period NOT NULL,
  step text NOT NULL CHECK (step IN ('lock', 'unlock', 'extend')),
  closes_on date,
  reason text CHECK (length(reason) <= 4000),
  taken_at timestamptz NOT NULL,
  taken_by uuid NOT NULL REFERENCES plan.account,
  CHECK ((step = 'extend') = (closes_on IS NOT NULL))
);
CREATE INDEX period_step_period ON plan.period_step (period, id DESC);
COMMENT ON TABLE plan.period_step IS 'What the province''s desk did to a period: locked it, unlocked it, gave more days. The calendar does the rest.';
COMMENT ON COLUMN plan.period_step.closes_on IS 'The last day for filing, where more days were given.';

CREATE TRIGGER report_file_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_file
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER report_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER report_decision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_decision
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER period_step_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.period_step
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
