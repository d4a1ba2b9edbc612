CREATE TABLE plan.seed_mark (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  mark text NOT NULL
);

COMMENT ON TABLE plan.seed_mark IS
  'Which seed was loaded to its end last, and by which program: a start that brings the same one need not compare it.';
COMMENT ON COLUMN plan.seed_mark.mark IS 'SHA-256 of the files of data/ and of the program''s version.';
