-- What is said about a change set, in the order in which it was said.
SELECT
  comment.id,
  comment.position,
  comment.at,
  comment.account_id,
  author.display_name,
  comment.text,
  ST_X(comment.place),
  ST_Y(comment.place),
  comment.resolved_at,
  resolver.display_name,
  coalesce(change.name_vi, change.code)
FROM plan.change_set_comment AS comment
JOIN plan.account AS author ON author.id = comment.account_id
LEFT JOIN plan.account AS resolver ON resolver.id = comment.resolved_by
LEFT JOIN plan.change ON change.change_set_id = comment.change_set_id AND change.position = comment.position
WHERE comment.change_set_id = $1
ORDER BY comment.id
LIMIT 500
