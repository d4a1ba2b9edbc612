-- Reports that are composed from what was filed for a period: their figures frozen, their texts edited until they go out.

CREATE TABLE plan.composed_report (
  id uuid PRIMARY KEY,
  period plan.reporting_period NOT NULL,
  scope text NOT NULL CHECK (scope ~ '^(province|agency:[A-Z0-9-]{1,40}|district:[0-9]{1,10})$'),
  version integer NOT NULL CHECK (version > 0),
  figures jsonb NOT NULL,
  composed_at timestamptz NOT NULL,
  composed_by uuid NOT NULL REFERENCES plan.account,
  texts jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  saved_at timestamptz NOT NULL,
  saved_by uuid NOT NULL REFERENCES plan.account,
  issued_at timestamptz,
  issued_by uuid REFERENCES plan.account,
  CHECK ((issued_at IS NULL) = (issued_by IS NULL)),
  UNIQUE (scope, period, version)
);
CREATE INDEX composed_report_newest ON plan.composed_report (composed_at DESC, id);
COMMENT ON TABLE plan.composed_report IS 'A report of a province, agency or district for a period, composed from what was filed (báo cáo tổng hợp).';
COMMENT ON COLUMN plan.composed_report.scope IS 'Whom it is about: province, agency:CODE, district:CODE.';
COMMENT ON COLUMN plan.composed_report.version IS 'Composed anew, a report is the next version; the earlier ones stay.';
COMMENT ON COLUMN plan.composed_report.figures IS 'All that it states, as known when it was composed; never changed.';
COMMENT ON COLUMN plan.composed_report.texts IS 'What people write in it; changed until it is issued.';
COMMENT ON COLUMN plan.composed_report.revision IS 'Grows by one with each save; a form states the one that it was based on.';
COMMENT ON COLUMN plan.composed_report.issued_at IS 'When it went out; from then on nothing of it changes.';

CREATE FUNCTION plan.keep_composed_report() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  IF OLD.issued_at IS NOT NULL
    OR (NEW.id, NEW.period, NEW.scope, NEW.version, NEW.figures, NEW.composed_at, NEW.composed_by)
      IS DISTINCT FROM (OLD.id, OLD.period, OLD.scope, OLD.version, OLD.figures, OLD.composed_at, OLD.composed_by)
  THEN
    RAISE EXCEPTION 'A composed report keeps its figures, and once issued its texts.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$body$;
CREATE TRIGGER composed_report_keeps_its_figures BEFORE UPDATE ON plan.composed_report
FOR EACH ROW EXECUTE FUNCTION plan.keep_composed_report();
CREATE TRIGGER composed_report_is_kept BEFORE DELETE OR TRUNCATE ON plan.composed_report
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
