-- Comments are answered, and each time that one is settled or opened again is kept. A change that takes another back can
-- give a feature several former contents, each on its own days.

ALTER TABLE plan.change_set_comment
  ADD UNIQUE (change_set_id, id),
  ADD COLUMN answers bigint,
  ADD FOREIGN KEY (change_set_id, answers) REFERENCES plan.change_set_comment (change_set_id, id) ON DELETE CASCADE,
  ADD CHECK (answers < id),
  ADD CHECK (answers IS NULL OR (position IS NULL AND place IS NULL AND resolved_at IS NULL));
COMMENT ON COLUMN plan.change_set_comment.answers IS
  'The comment that this one replies to, which itself replies to none; a reply has its place and is settled with it.';

CREATE TABLE plan.comment_turn (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  change_set_id uuid NOT NULL,
  comment_id bigint NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL REFERENCES plan.account,
  is_settled boolean NOT NULL,
  FOREIGN KEY (change_set_id, comment_id) REFERENCES plan.change_set_comment (change_set_id, id) ON DELETE CASCADE
);
CREATE INDEX comment_turn_comment ON plan.comment_turn (change_set_id, comment_id);
COMMENT ON TABLE plan.comment_turn IS 'When a comment was settled or opened again, and by whom; the comment itself says how it stands now.';

CREATE TRIGGER comment_turn_is_append_only
BEFORE UPDATE OR TRUNCATE ON plan.comment_turn
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

INSERT INTO plan.comment_turn (change_set_id, comment_id, at, account_id, is_settled)
SELECT change_set_id, id, resolved_at, resolved_by, true
FROM plan.change_set_comment
WHERE resolved_at IS NOT NULL AND resolved_by IS NOT NULL;

CREATE TABLE plan.change_period (
  change_set_id uuid NOT NULL,
  position integer NOT NULL,
  days daterange NOT NULL CHECK (NOT isempty(days)),
  version_id bigint REFERENCES plan.feature_version,
  FOREIGN KEY (change_set_id, position) REFERENCES plan.change ON DELETE CASCADE,
  EXCLUDE USING gist (change_set_id WITH =, position WITH =, days WITH &&)
);
COMMENT ON TABLE plan.change_period IS
  'Days on which a change that takes another back restores another content than the one it states; the rest of its days have that.';
COMMENT ON COLUMN plan.change_period.version_id IS 'The version whose content holds again; null where nothing was in force.';
