-- What was given out of the lookup of a parcel, sealed, so that anybody can verify a copy and ask what has changed since.

CREATE TABLE plan.sealing_key (
  id text PRIMARY KEY,
  public_key bytea NOT NULL,
  private_key bytea NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE plan.sealing_key IS 'Keys that seal extracts (ECDSA on P-256). The newest seals; older ones still verify what they sealed.';
COMMENT ON COLUMN plan.sealing_key.id IS 'Thumbprint of the public key (RFC 7638), which seals name as kid.';
COMMENT ON COLUMN plan.sealing_key.public_key IS 'SubjectPublicKeyInfo (RFC 5280), DER.';
COMMENT ON COLUMN plan.sealing_key.private_key IS 'PrivateKeyInfo (RFC 5208), DER. Only the owner of the schema reads it.';
COMMENT ON COLUMN plan.sealing_key.made_at IS 'When the service made the key.';

CREATE TABLE plan.lookup_extract (
  number text PRIMARY KEY CHECK (number ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  lookup_id uuid NOT NULL REFERENCES plan.lookup,
  plan_code text NOT NULL REFERENCES plan.plan,
  revision integer NOT NULL,
  as_of date NOT NULL,
  issued_at timestamptz NOT NULL,
  seal text NOT NULL,
  UNIQUE (lookup_id, plan_code, revision, as_of)
);
COMMENT ON TABLE plan.lookup_extract IS 'Extracts that were given out: one for each parcel and moment, whatever files were made of it.';
COMMENT ON COLUMN plan.lookup_extract.number IS 'Sixteen digits of Crockford''s base 32, random: who has not seen the extract cannot guess it.';
COMMENT ON COLUMN plan.lookup_extract.lookup_id IS 'The parcel that was asked about.';
COMMENT ON COLUMN plan.lookup_extract.plan_code IS 'The plan that speaks.';
COMMENT ON COLUMN plan.lookup_extract.revision IS 'The last publication that the extract knows.';
COMMENT ON COLUMN plan.lookup_extract.as_of IS 'The day whose legal state it tells.';
COMMENT ON COLUMN plan.lookup_extract.issued_at IS 'When it was first given out.';
COMMENT ON COLUMN plan.lookup_extract.seal IS 'Its content and signature as JSON Web Signature (RFC 7515, compact, ES256).';

CREATE TRIGGER lookup_extract_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.lookup_extract
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
