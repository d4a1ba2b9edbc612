-- Keys with which desktop programs and scripts write as a person, for what that person has allowed and as long as was said.

CREATE TABLE plan.api_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES plan.account,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  token_hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['drafts:read', 'drafts:write'] AND cardinality(scopes) > 0),
  change_set_id uuid REFERENCES plan.change_set,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CHECK (expires_at > created_at)
);
CREATE INDEX api_token_account ON plan.api_token (account_id, created_at DESC);
COMMENT ON TABLE plan.api_token IS 'Keys of programs that act for an account. Never removed, so that the audit can name them.';
COMMENT ON COLUMN plan.api_token.name IS 'What its owner calls it: the program or machine that has it.';
COMMENT ON COLUMN plan.api_token.token_hash IS 'SHA-256 of the token; the token itself is shown once and not kept.';
COMMENT ON COLUMN plan.api_token.scopes IS 'What it may do, beside what the owner''s roles allow: drafts:read, drafts:write.';
COMMENT ON COLUMN plan.api_token.change_set_id IS 'The change set that was opened for writes that name none.';
COMMENT ON COLUMN plan.api_token.last_used_at IS 'To the minute.';
