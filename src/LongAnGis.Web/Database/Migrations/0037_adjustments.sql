-- Proposals to adjust the action programme after a review: a deadline, an assignment, a target. Whoever keeps the programme
-- decides, never about an own one; what is approved is recorded as an edition with the reason of the proposal.

CREATE TABLE plan.adjustment (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('deadline', 'assignment', 'target')),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 40),
  base_version integer NOT NULL CHECK (base_version > 0),
  proposed jsonb NOT NULL CHECK (jsonb_typeof(proposed) = 'object'),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
  effective_from date,
  proposed_at timestamptz NOT NULL,
  proposed_by uuid NOT NULL REFERENCES plan.account
);
CREATE INDEX adjustment_newest ON plan.adjustment (proposed_at DESC, id);
CREATE INDEX adjustment_of ON plan.adjustment (subject);
COMMENT ON TABLE plan.adjustment IS 'A proposal to adjust a task or a target after a review (đề xuất điều chỉnh).';
COMMENT ON COLUMN plan.adjustment.subject IS 'Code of the task, or of the target.';
COMMENT ON COLUMN plan.adjustment.base_version IS 'The version of the task or target that it was made on; a later one has to be looked at first.';
COMMENT ON COLUMN plan.adjustment.proposed IS 'What it shall say: deadline; leads; value, value_to and year.';
COMMENT ON COLUMN plan.adjustment.effective_from IS 'From which day a task says so; null for targets.';

CREATE TABLE plan.adjustment_decision (
  adjustment_id uuid PRIMARY KEY REFERENCES plan.adjustment,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'refused')),
  note text CHECK (length(note) <= 4000),
  edition integer REFERENCES plan.edition,
  decided_at timestamptz NOT NULL,
  decided_by uuid NOT NULL REFERENCES plan.account,
  CHECK (verdict = 'approved' OR coalesce(length(note), 0) > 0),
  CHECK ((verdict = 'approved') = (edition IS NOT NULL))
);
COMMENT ON TABLE plan.adjustment_decision IS 'What was decided about a proposal, once.';
COMMENT ON COLUMN plan.adjustment_decision.edition IS 'The edition in which it was recorded; null where it was refused.';

CREATE TRIGGER adjustment_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.adjustment
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER adjustment_decision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.adjustment_decision
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
