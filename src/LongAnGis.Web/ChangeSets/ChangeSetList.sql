-- Change sets that somebody may see, what moved last first, narrowed by view, state and words of their titles.
SELECT
  change_set.id,
  change_set.title_vi,
  change_set.title_en,
  change_set.state,
  change_set.plan_code,
  coalesce(author.display_name, change_set.created_by) AS author,
  change_set.updated_at,
  change_set.in_force_from,
  instrument.number,
  revision.number,
  (SELECT count(*) FROM plan.change WHERE change.change_set_id = change_set.id) AS changes,
  part.is_mine
FROM plan.change_set
JOIN plan.instrument ON instrument.code = change_set.instrument_code
LEFT JOIN plan.account AS author ON author.id = change_set.author_id
LEFT JOIN plan.revision ON revision.change_set_id = change_set.id
CROSS JOIN LATERAL (
  SELECT coalesce(change_set.author_id = @me, false) OR EXISTS (
    SELECT FROM plan.change_set_member AS member
    WHERE member.change_set_id = change_set.id AND member.account_id = @me
  ) AS is_mine
) AS part
WHERE (
    part.is_mine
    OR change_set.state IN ('consultation', 'published')
    OR (@may_read AND change_set.submitted_at IS NOT NULL)
  )
  AND CASE @view
    WHEN 'mine' THEN part.is_mine
    WHEN 'review' THEN NOT part.is_mine AND change_set.state IN ('submitted', 'appraised', 'approved')
    WHEN 'open' THEN change_set.state NOT IN ('published', 'withdrawn')
    WHEN 'published' THEN change_set.state = 'published'
    ELSE true
  END
  AND (@state::text IS NULL OR change_set.state = @state)
  AND plan.fold(concat_ws(' ', change_set.title_vi, change_set.title_en, instrument.number, author.display_name))
    LIKE ALL (@patterns::text[])
  AND (@after_at::timestamptz IS NULL OR (change_set.updated_at, change_set.id) < (@after_at, @after_id::uuid))
ORDER BY change_set.updated_at DESC, change_set.id DESC
LIMIT @most
