-- What investors ask about a park or project, and what the responsible agency's officers did with it.

CREATE TABLE plan.enquiry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  layer_code text NOT NULL REFERENCES plan.layer,
  feature_id bigint NOT NULL,
  site_name text NOT NULL,
  agency_code text NOT NULL REFERENCES plan.agency,
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  sender text NOT NULL CHECK (length(sender) BETWEEN 1 AND 120),
  organisation text CHECK (length(organisation) BETWEEN 1 AND 200),
  contact text NOT NULL CHECK (length(contact) BETWEEN 1 AND 200),
  message text NOT NULL CHECK (length(message) BETWEEN 1 AND 4000),
  is_suspect boolean NOT NULL,
  digest bytea NOT NULL UNIQUE,
  sent_at timestamptz NOT NULL
);
CREATE INDEX enquiry_agency ON plan.enquiry (agency_code, sent_at DESC);
COMMENT ON TABLE plan.enquiry IS 'A question of an investor about a site, sent from its public page to the inbox of the responsible agency.';
COMMENT ON COLUMN plan.enquiry.id IS 'Random: no list that the public sees leads there.';
COMMENT ON COLUMN plan.enquiry.layer_code IS 'Layer of the site that it is about.';
COMMENT ON COLUMN plan.enquiry.feature_id IS 'The site: a feature, for life.';
COMMENT ON COLUMN plan.enquiry.site_name IS 'What the site was called when it was asked about.';
COMMENT ON COLUMN plan.enquiry.agency_code IS 'The agency whose officers read it: the one responsible on that day, or its successor.';
COMMENT ON COLUMN plan.enquiry.language IS 'Language of the page that it was written on.';
COMMENT ON COLUMN plan.enquiry.sender IS 'Who asks, as typed.';
COMMENT ON COLUMN plan.enquiry.organisation IS 'For whom they ask, as typed.';
COMMENT ON COLUMN plan.enquiry.contact IS 'E-mail address or telephone number, as typed; the answer goes there.';
COMMENT ON COLUMN plan.enquiry.message IS 'The question, as typed: text, never markup.';
COMMENT ON COLUMN plan.enquiry.is_suspect IS 'True when the field that people do not see was filled in: kept apart, not thrown away.';
COMMENT ON COLUMN plan.enquiry.digest IS 'SHA-256 of site and content: the same form sent twice is one enquiry.';
COMMENT ON COLUMN plan.enquiry.sent_at IS 'When it was received.';

CREATE TABLE plan.enquiry_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enquiry_id uuid NOT NULL REFERENCES plan.enquiry,
  state text NOT NULL CHECK (state IN ('read', 'answered')),
  note text CHECK (length(note) BETWEEN 1 AND 4000),
  taken_at timestamptz NOT NULL,
  taken_by uuid NOT NULL REFERENCES plan.account
);
CREATE INDEX enquiry_step_enquiry ON plan.enquiry_step (enquiry_id, id);
COMMENT ON TABLE plan.enquiry_step IS 'What became of an enquiry: read, answered. One without a step is new.';
COMMENT ON COLUMN plan.enquiry_step.enquiry_id IS 'The enquiry.';
COMMENT ON COLUMN plan.enquiry_step.state IS 'What the officer says of it.';
COMMENT ON COLUMN plan.enquiry_step.note IS 'How it was answered, for colleagues; the investor does not see it.';
COMMENT ON COLUMN plan.enquiry_step.taken_at IS 'When.';
COMMENT ON COLUMN plan.enquiry_step.taken_by IS 'Which officer.';

CREATE TRIGGER enquiry_step_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.enquiry_step
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
