-- Features that a change set shares with other open ones, and how the person $2 stands to those.
SELECT
  mine.feature_id,
  mine.layer_code,
  mine.code,
  other.id,
  other.title_vi,
  other.title_en,
  coalesce(author.display_name, other.created_by) AS author,
  other.state,
  other.version,
  coalesce(other.author_id = $2::uuid, false) AS is_author,
  EXISTS (
    SELECT FROM plan.change_set_member AS member
    WHERE member.change_set_id = other.id AND member.account_id = $2::uuid
  ) AS is_member,
  other.submitted_at IS NOT NULL AS was_submitted
FROM plan.change AS mine
JOIN plan.change AS theirs ON theirs.feature_id = mine.feature_id AND theirs.change_set_id <> mine.change_set_id
JOIN plan.change_set AS other ON other.id = theirs.change_set_id
LEFT JOIN plan.account AS author ON author.id = other.author_id
WHERE mine.change_set_id = $1
  AND mine.feature_id IS NOT NULL
  AND other.state NOT IN ('published', 'withdrawn')
ORDER BY mine.position, other.created_at
LIMIT 500
