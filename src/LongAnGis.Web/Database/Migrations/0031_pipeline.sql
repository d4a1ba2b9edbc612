-- The project pipeline: what agencies propose to say of their projects, and what was decided about it. Nothing is altered:
-- what holds is the newest proposal that was approved, and all others are its history.

CREATE TABLE plan.project_proposal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feature_id bigint NOT NULL REFERENCES plan.feature,
  number integer NOT NULL CHECK (number > 0),
  filed_for text NOT NULL REFERENCES plan.agency,
  stage text NOT NULL CHECK (stage IN ('idea', 'calling', 'approved', 'licensed', 'under-construction', 'operating', 'stopped')),
  stage_since date CHECK (stage_since <= as_of),
  agency_code text NOT NULL REFERENCES plan.agency,
  start_on date,
  end_on date CHECK (end_on >= start_on),
  as_of date NOT NULL,
  basis text CHECK (length(basis) BETWEEN 1 AND 1000),
  over_reason text CHECK (length(over_reason) BETWEEN 1 AND 4000),
  note text CHECK (length(note) BETWEEN 1 AND 4000),
  filed_at timestamptz NOT NULL,
  filed_by uuid NOT NULL REFERENCES plan.account,
  UNIQUE (feature_id, number)
);
COMMENT ON TABLE plan.project_proposal IS 'What an officer proposes to say of a project (đề nghị cập nhật dự án): the whole of it, each time.';
COMMENT ON COLUMN plan.project_proposal.feature_id IS 'The project: a feature, for life.';
COMMENT ON COLUMN plan.project_proposal.number IS 'Counts the proposals of a project from 1; a form states the one that it was based on.';
COMMENT ON COLUMN plan.project_proposal.filed_for IS 'The agency that was responsible when it was filed, and whose officer filed it.';
COMMENT ON COLUMN plan.project_proposal.stage IS 'How far the project has come.';
COMMENT ON COLUMN plan.project_proposal.stage_since IS 'The day on which that stage began.';
COMMENT ON COLUMN plan.project_proposal.agency_code IS 'The agency that is responsible from then on.';
COMMENT ON COLUMN plan.project_proposal.start_on IS 'The day on which the project starts, or did.';
COMMENT ON COLUMN plan.project_proposal.end_on IS 'The day on which it is to be finished, or was.';
COMMENT ON COLUMN plan.project_proposal.as_of IS 'The day that its figures hold for.';
COMMENT ON COLUMN plan.project_proposal.basis IS 'The decision or report that its figures rest on.';
COMMENT ON COLUMN plan.project_proposal.over_reason IS 'Why more was disbursed than planned, where it was.';

CREATE TABLE plan.project_capital (
  proposal_id bigint NOT NULL REFERENCES plan.project_proposal,
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  source text NOT NULL CHECK (source IN ('state', 'social', 'fdi')),
  planned_bn_vnd numeric CHECK (planned_bn_vnd >= 0),
  disbursed_bn_vnd numeric CHECK (disbursed_bn_vnd >= 0),
  PRIMARY KEY (proposal_id, year, source),
  CHECK (coalesce(planned_bn_vnd, disbursed_bn_vnd) IS NOT NULL)
);
COMMENT ON TABLE plan.project_capital IS 'Capital of a project by year and source, in billions of dong; what is not stated is null.';
COMMENT ON COLUMN plan.project_capital.source IS 'Whose money it is: the state''s, domestic enterprises'' and people''s (social), or foreign direct investment (fdi).';
COMMENT ON COLUMN plan.project_capital.planned_bn_vnd IS 'Planned for the year (kế hoạch vốn).';
COMMENT ON COLUMN plan.project_capital.disbursed_bn_vnd IS 'Disbursed in the year (giải ngân), until the day of the figures.';

CREATE TABLE plan.project_milestone (
  proposal_id bigint NOT NULL REFERENCES plan.project_proposal,
  position integer NOT NULL CHECK (position >= 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  due_on date,
  reached_on date,
  PRIMARY KEY (proposal_id, position)
);
COMMENT ON TABLE plan.project_milestone IS 'Steps of a project (mốc tiến độ).';
COMMENT ON COLUMN plan.project_milestone.due_on IS 'The day by which it is to be reached.';
COMMENT ON COLUMN plan.project_milestone.reached_on IS 'The day on which it was reached.';

CREATE TABLE plan.project_decision (
  proposal_id bigint PRIMARY KEY REFERENCES plan.project_proposal,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'returned')),
  note text CHECK (length(note) BETWEEN 1 AND 4000),
  decided_at timestamptz NOT NULL,
  decided_by uuid NOT NULL REFERENCES plan.account,
  CHECK (verdict = 'approved' OR note IS NOT NULL)
);
COMMENT ON TABLE plan.project_decision IS 'What was decided about a proposal, once: by a reviewer, or by the head of the agency that filed it.';
COMMENT ON COLUMN plan.project_decision.note IS 'What is to be mended, where it was returned.';

CREATE TABLE pub.project_progress (
  proposal_id bigint PRIMARY KEY,
  feature_id bigint NOT NULL,
  stage text NOT NULL,
  stage_since date,
  start_on date,
  end_on date,
  as_of date NOT NULL,
  basis text,
  milestones jsonb NOT NULL CHECK (jsonb_typeof(milestones) = 'array'),
  approved_at timestamptz NOT NULL
);
CREATE INDEX project_progress_feature ON pub.project_progress (feature_id, proposal_id DESC);
COMMENT ON TABLE pub.project_progress IS 'What the public may know of an approved proposal: how far the project is, not its capital, nor who said it.';
COMMENT ON COLUMN pub.project_progress.milestones IS 'Steps in their order: name, due_on, reached_on.';
GRANT SELECT ON pub.project_progress TO longan_public;

CREATE TRIGGER project_proposal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.project_proposal
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER project_capital_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.project_capital
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER project_milestone_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.project_milestone
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER project_decision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.project_decision
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
