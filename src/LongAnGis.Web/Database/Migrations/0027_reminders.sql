-- Reminders of the desk to units that have not filed, and messages that wait to be sent by e-mail.

CREATE TABLE plan.reminder (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period plan.reporting_period NOT NULL,
  agency_code text NOT NULL REFERENCES plan.agency,
  missing integer NOT NULL CHECK (missing > 0),
  words text CHECK (length(words) <= 2000),
  sent_at timestamptz NOT NULL,
  sent_by uuid NOT NULL REFERENCES plan.account
);
CREATE INDEX reminder_of ON plan.reminder (period, agency_code, id DESC);
COMMENT ON TABLE plan.reminder IS 'The desk reminded a unit of what it has not filed for a period; its people see it under “my work”.';
COMMENT ON COLUMN plan.reminder.missing IS 'How many reports were missing then.';
COMMENT ON COLUMN plan.reminder.words IS 'What the desk added, if anything.';

CREATE TRIGGER reminder_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.reminder
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TABLE plan.mail (
  id uuid PRIMARY KEY,
  to_name text NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  made_at timestamptz NOT NULL,
  next_try_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  last_error text,
  CHECK (sent_at IS NULL OR next_try_at IS NULL)
);
CREATE INDEX mail_waiting ON plan.mail (next_try_at) WHERE next_try_at IS NOT NULL;
COMMENT ON TABLE plan.mail IS 'Messages of the service, kept in the transaction of what they tell of and sent afterwards, by whichever node comes first.';
COMMENT ON COLUMN plan.mail.next_try_at IS 'When to try next; null once it is sent, or was given up.';
COMMENT ON COLUMN plan.mail.last_error IS 'Why the last attempt failed.';
