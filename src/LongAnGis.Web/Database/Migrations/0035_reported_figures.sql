-- What the figures of a report are: observed, or estimated before the source is in.

ALTER TABLE plan.report_draft ADD COLUMN figures_status text NOT NULL DEFAULT 'observed' CHECK (figures_status IN ('observed', 'estimate'));
ALTER TABLE plan.report ADD COLUMN figures_status text NOT NULL DEFAULT 'observed' CHECK (figures_status IN ('observed', 'estimate'));
COMMENT ON COLUMN plan.report_draft.figures_status IS 'Status of its figures: observed (thực hiện) or estimate (ước).';
COMMENT ON COLUMN plan.report.figures_status IS
  'Status of its figures: observed (thực hiện) or estimate (ước). Once the head approves the report they are observations with this status.';
