-- Figures that an officer has entered or imported and not yet recorded: what the preview shows, and what saving records.

CREATE TABLE plan.figure_draft (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES plan.account,
  created_at timestamptz NOT NULL,
  origin text NOT NULL,
  reason text NOT NULL,
  source_url text,
  instrument_code text REFERENCES plan.instrument,
  seen_edition integer NOT NULL,
  figures jsonb NOT NULL,
  notices jsonb NOT NULL,
  saved_edition integer REFERENCES plan.edition,
  CHECK (source_url IS NOT NULL OR instrument_code IS NOT NULL)
);
CREATE INDEX figure_draft_account ON plan.figure_draft (account_id, created_at);
COMMENT ON TABLE plan.figure_draft IS
  'Figures entered and not yet recorded: seen by their author alone, part of no edition; forgotten after a week unless recorded.';
COMMENT ON COLUMN plan.figure_draft.origin IS 'grid, or the kind of file and its sheet: xlsx Số liệu, csv.';
COMMENT ON COLUMN plan.figure_draft.seen_edition IS 'The newest edition when its author looked: what has been recorded since is not overwritten.';
COMMENT ON COLUMN plan.figure_draft.figures IS 'A list of indicator, region, period, status, value and the cell it came from.';
COMMENT ON COLUMN plan.figure_draft.notices IS 'What was noticed while they were read, in both languages.';
COMMENT ON COLUMN plan.figure_draft.saved_edition IS 'The edition that it was recorded as; null until then.';
