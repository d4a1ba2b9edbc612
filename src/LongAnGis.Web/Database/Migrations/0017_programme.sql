-- The action programme: groups, tasks with every version in two times, and how far each was at which day.

ALTER TABLE plan.agency
  ADD COLUMN successor_code text REFERENCES plan.agency,
  ADD COLUMN area_code text REFERENCES plan.area;
COMMENT ON COLUMN plan.agency.successor_code IS 'The agency that took over its duties, where it is one; null while it works, and where its duties were split.';
COMMENT ON COLUMN plan.agency.area_code IS 'The district that a committee governs; null for agencies of the province.';

COMMENT ON TABLE plan.edition IS
  'Figures, tasks and progress recorded together (đợt ghi nhận): numbered without gaps, one after another; all as they became known then.';

CREATE TABLE plan.task_group (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,48}$'),
  plan_code text NOT NULL REFERENCES plan.plan,
  position integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE plan.task_group IS 'A group of tasks of the action programme that carries out a plan (nhóm nhiệm vụ).';

CREATE TABLE plan.task (
  code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2,6}-[0-9]{1,6}(\.[0-9]{1,3}){0,3}$'),
  plan_code text NOT NULL REFERENCES plan.plan,
  is_public boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE plan.task IS 'A duty of the action programme (nhiệm vụ), by the code that it keeps for life; what it says are its versions.';
COMMENT ON COLUMN plan.task.is_public IS 'False: only who is signed in reads the task and its progress.';

CREATE TABLE plan.task_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task_code text NOT NULL REFERENCES plan.task,
  version integer NOT NULL CHECK (version > 0),
  group_code text NOT NULL REFERENCES plan.task_group,
  parent_code text REFERENCES plan.task CHECK (parent_code <> task_code),
  position integer NOT NULL,
  name_vi text NOT NULL CHECK (length(name_vi) BETWEEN 1 AND 1000),
  name_en text,
  objective text,
  product text,
  accountability text,
  authority text,
  responsible text,
  instrument_code text REFERENCES plan.instrument,
  instrument_text text,
  start_on date,
  deadline date,
  deadline_text text,
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('high', 'normal', 'low')),
  budget_vnd numeric CHECK (budget_vnd >= 0 AND budget_vnd < 1e18),
  budget_source text,
  standing text NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'stopped')),
  parties jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(parties) = 'array'),
  districts text[] NOT NULL DEFAULT '{}',
  features bigint[] NOT NULL DEFAULT '{}',
  indicators text[] NOT NULL DEFAULT '{}',
  targets text[] NOT NULL DEFAULT '{}',
  depends_on text[] NOT NULL DEFAULT '{}',
  source_url text,
  note text,
  search_text text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
  in_force daterange NOT NULL CHECK (NOT isempty(in_force)),
  edition_from integer NOT NULL REFERENCES plan.edition,
  edition_to integer REFERENCES plan.edition CHECK (edition_to > edition_from),
  UNIQUE (task_code, version),
  CHECK (deadline >= start_on),
  CHECK (NOT task_code = ANY (depends_on)),
  -- As any edition knew it, a task says one thing on any day.
  CONSTRAINT task_version_one_truth EXCLUDE USING gist (
    task_code WITH =,
    in_force WITH &&,
    int4range(edition_from, edition_to) WITH &&
  )
);
CREATE INDEX task_version_now ON plan.task_version (task_code) WHERE edition_to IS NULL;
CREATE INDEX task_version_feature ON plan.task_version USING gin (features) WHERE edition_to IS NULL;
COMMENT ON TABLE plan.task_version IS
  'Everything a task ever said, in two times: in_force (from when a change holds) and edition_from..edition_to (when the system knew it).';
COMMENT ON COLUMN plan.task_version.version IS 'Grows by one with each row of a task; a proposal states the version that it was based on.';
COMMENT ON COLUMN plan.task_version.parent_code IS 'The task that this one is a part of (nhiệm vụ con).';
COMMENT ON COLUMN plan.task_version.objective IS 'What it is for. Vietnamese, then English after a bar, as all its texts.';
COMMENT ON COLUMN plan.task_version.product IS 'What there is when it is done (sản phẩm).';
COMMENT ON COLUMN plan.task_version.accountability IS 'What its owner answers for (trách nhiệm).';
COMMENT ON COLUMN plan.task_version.authority IS 'What its owner may decide (thẩm quyền).';
COMMENT ON COLUMN plan.task_version.responsible IS 'The unit or person inside the lead agency.';
COMMENT ON COLUMN plan.task_version.instrument_text IS 'The instrument as its source cites it; instrument_code where the register has it.';
COMMENT ON COLUMN plan.task_version.deadline IS 'The last day in Vietnam on which it is in time; null where no day is set.';
COMMENT ON COLUMN plan.task_version.deadline_text IS 'The deadline in the words of its source.';
COMMENT ON COLUMN plan.task_version.budget_vnd IS 'In Vietnamese đồng; null where no source states one.';
COMMENT ON COLUMN plan.task_version.standing IS 'active (đang giao) or stopped (đã dừng).';
COMMENT ON COLUMN plan.task_version.parties IS
  'Who works on it: [{role: lead|cooperating, agency, kind, name_vi, name_en, inferred}]; an agency by code, all of a kind, or somebody outside of the register by name.';
COMMENT ON COLUMN plan.task_version.districts IS 'Codes of the districts that it concerns; empty where it concerns the province as a whole.';
COMMENT ON COLUMN plan.task_version.features IS 'Ids of features of the plan, projects among them.';
COMMENT ON COLUMN plan.task_version.depends_on IS 'Codes of tasks that come before this one.';
COMMENT ON COLUMN plan.task_version.search_text IS 'Code, names and product, folded: no diacritics, lower case.';
COMMENT ON COLUMN plan.task_version.reason IS 'Why it says so since this version, as its author says. Vietnamese, then English after a bar.';

CREATE TRIGGER task_version_is_append_only
BEFORE DELETE OR TRUNCATE OR UPDATE OF
  task_code, version, group_code, parent_code, position, name_vi, name_en, objective, product, accountability, authority,
  responsible, instrument_code, instrument_text, start_on, deadline, deadline_text, priority, budget_vnd, budget_source,
  standing, parties, districts, features, indicators, targets, depends_on, source_url, note, search_text, reason, in_force,
  edition_from
ON plan.task_version
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TABLE plan.task_progress (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task_code text NOT NULL REFERENCES plan.task,
  day date NOT NULL,
  percent numeric(5, 2) NOT NULL CHECK (percent BETWEEN 0 AND 100),
  completed_on date CHECK (completed_on <= day),
  said text,
  reason text,
  edition_from integer NOT NULL REFERENCES plan.edition,
  edition_to integer REFERENCES plan.edition CHECK (edition_to > edition_from),
  CHECK ((percent = 100) = (completed_on IS NOT NULL))
);
CREATE UNIQUE INDEX task_progress_current ON plan.task_progress (task_code, day) WHERE edition_to IS NULL;
CREATE INDEX task_progress_day ON plan.task_progress (task_code, day DESC, edition_from);
COMMENT ON TABLE plan.task_progress IS 'How far a task was at the end of a day (tiến độ). What nobody has said has no row: never 0.';
COMMENT ON COLUMN plan.task_progress.day IS 'The last day that it tells of, in Vietnam.';
COMMENT ON COLUMN plan.task_progress.percent IS '0 to 100; 100 when the product is there.';
COMMENT ON COLUMN plan.task_progress.completed_on IS 'The day on which it was done; only at 100.';
COMMENT ON COLUMN plan.task_progress.said IS 'What was done, in short.';
COMMENT ON COLUMN plan.task_progress.reason IS 'Why the percentage is lower than before.';

CREATE TRIGGER task_progress_is_append_only
BEFORE DELETE OR TRUNCATE OR UPDATE OF task_code, day, percent, completed_on, said, reason, edition_from
ON plan.task_progress
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

-- What a reader may see: the public role what is public, whoever may use the schema plan everything.
CREATE VIEW pub.task_group AS
SELECT code, plan_code, position, name_vi, name_en
FROM plan.task_group;

CREATE OR REPLACE VIEW pub.agency AS
SELECT code, kind, name_vi, name_en, successor, status, source_url, note, successor_code, area_code
FROM plan.agency;

CREATE VIEW pub.task_version WITH (security_barrier) AS
SELECT
  task.plan_code, task.is_public, version.task_code, version.version, version.group_code, version.parent_code,
  version.position, version.name_vi, version.name_en, version.objective, version.product, version.accountability,
  version.authority, version.responsible, version.instrument_code, version.instrument_text, version.start_on,
  version.deadline, version.deadline_text, version.priority, version.budget_vnd, version.budget_source, version.standing,
  version.parties, version.districts, version.features, version.indicators, version.targets, version.depends_on,
  version.source_url, version.note, version.search_text, version.reason, version.in_force, version.edition_from,
  version.edition_to, edition.recorded_at,
  CASE WHEN (SELECT has_schema_privilege('plan', 'USAGE')) THEN edition.recorded_by END AS recorded_by
FROM plan.task_version AS version
JOIN plan.task ON task.code = version.task_code
LEFT JOIN plan.edition ON edition.number = version.edition_from
WHERE task.is_public OR (SELECT has_schema_privilege('plan', 'USAGE'));

CREATE VIEW pub.task_progress WITH (security_barrier) AS
SELECT
  task.plan_code, progress.task_code, progress.day, progress.percent, progress.completed_on, progress.said, progress.reason,
  progress.edition_from, progress.edition_to, edition.recorded_at,
  CASE WHEN (SELECT has_schema_privilege('plan', 'USAGE')) THEN edition.recorded_by END AS recorded_by
FROM plan.task_progress AS progress
JOIN plan.task ON task.code = progress.task_code
LEFT JOIN plan.edition ON edition.number = progress.edition_from
WHERE task.is_public OR (SELECT has_schema_privilege('plan', 'USAGE'));

GRANT SELECT ON pub.task_group, pub.task_version, pub.task_progress TO longan_public;
