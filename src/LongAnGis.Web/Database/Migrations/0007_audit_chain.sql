-- Every line of the audit is linked to the line before by a hash, so that one which somebody with all rights has changed or
-- removed is found. And guesses at one name are counted without reading everybody's.

CREATE INDEX sign_in_attempt_user_name ON plan.sign_in_attempt (user_name, at);
CREATE INDEX audit_actor ON plan.audit (actor, id);
CREATE INDEX audit_object ON plan.audit (object text_pattern_ops, id);

CREATE TABLE plan.audit_link (
  position bigint PRIMARY KEY,
  audit_id bigint NOT NULL UNIQUE,
  hash bytea NOT NULL
);
COMMENT ON TABLE plan.audit_link IS 'The chain of the audit, in the order of commits; “./longan audit check” walks it.';
COMMENT ON COLUMN plan.audit_link.position IS 'Counts 1, 2, 3, … without a gap.';
COMMENT ON COLUMN plan.audit_link.hash IS 'SHA-256 of the hash before and of the line: number, time, actor, action, object, detail.';

CREATE FUNCTION plan.audit_hash(before bytea, line plan.audit) RETURNS bytea
LANGUAGE sql STABLE
SET TimeZone = 'UTC'
AS $body$
  SELECT sha256(coalesce(before, ''::bytea) || convert_to(
    jsonb_build_array(line.id, line.at, line.actor, line.action, line.object, line.detail)::text, 'UTF8'))
$body$;

CREATE FUNCTION plan.link_audit() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
  latest plan.audit_link;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('plan.audit_link'));
  SELECT * INTO latest FROM plan.audit_link ORDER BY position DESC LIMIT 1;
  INSERT INTO plan.audit_link (position, audit_id, hash)
  VALUES (coalesce(latest.position, 0) + 1, NEW.id, plan.audit_hash(latest.hash, NEW));
  RETURN NULL;
END
$body$;

DO $body$
DECLARE
  line plan.audit;
  before bytea;
  number bigint := 0;
BEGIN
  FOR line IN SELECT * FROM plan.audit ORDER BY id LOOP
    number := number + 1;
    before := plan.audit_hash(before, line);
    INSERT INTO plan.audit_link VALUES (number, line.id, before);
  END LOOP;
END
$body$;

-- Deferred to the commit: one transaction links at a time, but only for the moment of its commit, and it waits for nothing
-- else while it holds the lock.
CREATE CONSTRAINT TRIGGER audit_is_linked AFTER INSERT ON plan.audit
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION plan.link_audit();

CREATE TRIGGER audit_link_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.audit_link
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
