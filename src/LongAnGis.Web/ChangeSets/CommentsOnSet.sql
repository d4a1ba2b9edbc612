-- What is said about a change set, talk by talk: a comment, then what followed on it in the order of time, which is replies
-- and each time that it was settled or opened again.
WITH said AS (
  SELECT
    coalesce(comment.answers, comment.id) AS talk, comment.id, comment.answers, comment.at, comment.account_id, comment.text,
    NULL::boolean AS is_settled
  FROM plan.change_set_comment AS comment
  WHERE comment.change_set_id = $1
  UNION ALL
  SELECT turn.comment_id, turn.comment_id, turn.comment_id, turn.at, turn.account_id, NULL, turn.is_settled
  FROM plan.comment_turn AS turn
  WHERE turn.change_set_id = $1
)
SELECT
  said.id,
  said.answers,
  first.position,
  said.at,
  author.display_name,
  said.text,
  ST_X(first.place),
  ST_Y(first.place),
  coalesce(said.is_settled, first.resolved_at IS NOT NULL AND said.answers IS NULL),
  coalesce(change.name_vi, change.code)
FROM said
JOIN plan.change_set_comment AS first ON first.id = said.talk
JOIN plan.account AS author ON author.id = said.account_id
LEFT JOIN plan.change ON change.change_set_id = first.change_set_id AND change.position = first.position
ORDER BY said.talk, said.answers IS NOT NULL, said.at, said.is_settled IS NOT NULL, said.id
LIMIT 1000
