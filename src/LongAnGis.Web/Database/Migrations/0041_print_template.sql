-- Maps on paper that people save by a name of their own, to print them again.

CREATE TABLE plan.print_template (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES plan.account ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  query text NOT NULL CHECK (length(query) <= 2000),
  saved_at timestamptz NOT NULL,
  UNIQUE (account_id, name)
);
COMMENT ON TABLE plan.print_template IS 'A map on paper that somebody saved by name: format, scale, place, layers and moment.';
COMMENT ON COLUMN plan.print_template.account_id IS 'Whose it is; nobody else sees it.';
COMMENT ON COLUMN plan.print_template.name IS 'What they call it. Saving under a name again replaces what it had.';
COMMENT ON COLUMN plan.print_template.query IS 'The parameters of /print, as an address has them.';
COMMENT ON COLUMN plan.print_template.saved_at IS 'When it was saved last.';
