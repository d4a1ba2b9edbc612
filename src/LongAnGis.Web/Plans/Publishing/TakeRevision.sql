-- The next revision, without gaps: publications are serialised by the advisory lock that the caller holds.
-- Its moment is never before that of the revision before it, so that "as known on a day" has one answer.
INSERT INTO plan.revision (number, plan_code, change_set_id, published_at, published_by)
SELECT
  coalesce(max(revision.number), 0) + 1,
  change_set.plan_code,
  change_set.id,
  greatest($2, max(revision.published_at) + interval '1 microsecond'),
  $3
FROM plan.change_set
LEFT JOIN plan.revision ON true
WHERE change_set.id = $1
GROUP BY change_set.id
RETURNING number, published_at
