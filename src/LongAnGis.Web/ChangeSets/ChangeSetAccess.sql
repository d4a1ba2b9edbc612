-- How a change set stands: its state, and whether a person is its author or one of its members.
SELECT
  change_set.state,
  change_set.version,
  coalesce(change_set.author_id = $2::uuid, false) AS is_author,
  EXISTS (
    SELECT FROM plan.change_set_member AS member
    WHERE member.change_set_id = change_set.id AND member.account_id = $2::uuid
  ) AS is_member,
  change_set.submitted_at IS NOT NULL AS was_submitted
FROM plan.change_set
WHERE change_set.id = $1
