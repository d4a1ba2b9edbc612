-- Questions that leaders ask about a figure, and the answers of whoever is responsible for it. Both stay on the record.

CREATE TABLE plan.explanation_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  target_code text,
  indicator_code text NOT NULL REFERENCES plan.indicator,
  region_code text NOT NULL REFERENCES plan.region,
  period_kind text CHECK (period_kind IN ('year', 'quarter', 'month')),
  period_start date,
  edition integer NOT NULL,
  value numeric,
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 4000),
  agency_code text REFERENCES plan.agency,
  account_id uuid REFERENCES plan.account,
  deadline date NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES plan.account,
  CHECK ((agency_code IS NULL) <> (account_id IS NULL)),
  CHECK ((period_kind IS NULL) = (period_start IS NULL)),
  CHECK (value IS NULL OR period_start IS NOT NULL)
);
CREATE INDEX explanation_request_asked_at ON plan.explanation_request (asked_at DESC);
CREATE INDEX explanation_request_agency ON plan.explanation_request (agency_code) WHERE agency_code IS NOT NULL;
CREATE INDEX explanation_request_account ON plan.explanation_request (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX explanation_request_asker ON plan.explanation_request (asked_by);
CREATE INDEX explanation_request_target ON plan.explanation_request (target_code) WHERE target_code IS NOT NULL;
COMMENT ON TABLE plan.explanation_request IS 'A leader asks why a figure is as it is (yêu cầu giải trình).';
COMMENT ON COLUMN plan.explanation_request.target_code IS 'The target that it is about; null when it is about a figure alone.';
COMMENT ON COLUMN plan.explanation_request.period_start IS 'The period of the figure; null when the target has no figure yet.';
COMMENT ON COLUMN plan.explanation_request.edition IS 'The edition of figures that the leader saw.';
COMMENT ON COLUMN plan.explanation_request.value IS 'The figure as the leader saw it, in the indicator''s unit; it may be corrected later.';
COMMENT ON COLUMN plan.explanation_request.agency_code IS 'The agency that answers, through any of its officers.';
COMMENT ON COLUMN plan.explanation_request.account_id IS 'The officer who answers, when one is named instead of an agency.';
COMMENT ON COLUMN plan.explanation_request.deadline IS 'The last day for an answer, in Vietnam.';

CREATE TABLE plan.explanation_answer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES plan.explanation_request,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 8000),
  answered_at timestamptz NOT NULL,
  answered_by uuid NOT NULL REFERENCES plan.account
);
CREATE INDEX explanation_answer_request ON plan.explanation_answer (request_id, id);
COMMENT ON TABLE plan.explanation_answer IS 'What was answered; the first ends the wait, later ones add to it.';

CREATE TRIGGER explanation_request_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.explanation_request
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TRIGGER explanation_answer_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.explanation_answer
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
