-- Accounts, their sessions, and the keys that protect cookies: in the database, so that any node can serve anyone.

CREATE TABLE plan.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_name text NOT NULL UNIQUE CHECK (user_name = lower(user_name) AND user_name ~ '^[a-z0-9][a-z0-9._@+-]{1,98}$'),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  email text,
  password_hash text,
  oidc_issuer text,
  oidc_subject text,
  roles text[] NOT NULL DEFAULT '{}'
    CHECK (roles <@ ARRAY['planner', 'reviewer', 'officer', 'leader', 'admin']),
  agency_code text REFERENCES plan.agency,
  area_code text REFERENCES plan.area,
  security_stamp uuid NOT NULL DEFAULT gen_random_uuid(),
  failed_sign_ins integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  invitation_hash bytea,
  invitation_expires_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  last_sign_in_at timestamptz,
  UNIQUE (oidc_issuer, oidc_subject),
  CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL))
);
COMMENT ON TABLE plan.account IS 'Someone who may sign in. Never removed: what they did stays theirs; disabling ends their access.';
COMMENT ON COLUMN plan.account.user_name IS 'Lower case, ASCII: no two names look alike.';
COMMENT ON COLUMN plan.account.password_hash IS 'ASP.NET Core Identity''s format; null until an invitation is accepted, or when only OpenID Connect is used.';
COMMENT ON COLUMN plan.account.agency_code IS 'The agency that an officer reports for.';
COMMENT ON COLUMN plan.account.area_code IS 'The district or commune that an officer reports for.';
COMMENT ON COLUMN plan.account.security_stamp IS 'Renewed when the password, the roles or the state change, or everybody is signed out: ends all sessions.';
COMMENT ON COLUMN plan.account.invitation_hash IS 'SHA-256 of the token in the invitation''s link; the token itself is not kept.';

CREATE TABLE plan.session (
  key_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES plan.account,
  security_stamp uuid NOT NULL,
  ticket bytea NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  user_agent text
);
CREATE INDEX session_account ON plan.session (account_id);
COMMENT ON TABLE plan.session IS 'Who is signed in where; a cookie holds only the key whose SHA-256 stands here.';

CREATE TABLE plan.data_protection_key (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  friendly_name text NOT NULL UNIQUE,
  xml text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE plan.data_protection_key IS 'Keys that protect cookies and tokens, shared by all nodes.';

CREATE TABLE plan.sign_in_attempt (
  at timestamptz NOT NULL,
  user_name text NOT NULL,
  address inet,
  succeeded boolean NOT NULL
);
CREATE INDEX sign_in_attempt_at ON plan.sign_in_attempt USING brin (at);
CREATE INDEX sign_in_attempt_address ON plan.sign_in_attempt (address, at);
COMMENT ON TABLE plan.sign_in_attempt IS 'Recent attempts, to slow down guessing by account and by address; rows older than a day are removed.';
