-- One change set as its page tells of it, with the names of those who made it and of what it rests on.
SELECT
  change_set.id,
  change_set.title_vi,
  change_set.title_en,
  change_set.reason,
  change_set.state,
  change_set.version,
  change_set.plan_code,
  plan.name_vi,
  plan.name_en,
  change_set.instrument_code,
  instrument.number,
  instrument.title_vi,
  instrument.title_en,
  instrument.is_public,
  change_set.in_force_from,
  change_set.kind,
  change_set.ground,
  change_set.author_id,
  coalesce(author.display_name, change_set.created_by) AS author,
  change_set.created_at,
  change_set.updated_at,
  change_set.submitted_at,
  change_set.approval_number,
  change_set.approval_date,
  change_set.approval_signer,
  change_set.published_at,
  change_set.published_by,
  revision.number,
  change_set.reverts,
  (SELECT count(*) FROM plan.change WHERE change.change_set_id = change_set.id) AS changes,
  (
    SELECT max(step.at)
    FROM plan.change_set_step AS step
    WHERE step.change_set_id = change_set.id AND step.step = 'approve'
  ) AS approved_at
FROM plan.change_set
JOIN plan.instrument ON instrument.code = change_set.instrument_code
LEFT JOIN plan.plan ON plan.code = change_set.plan_code
LEFT JOIN plan.account AS author ON author.id = change_set.author_id
LEFT JOIN plan.revision ON revision.change_set_id = change_set.id
WHERE change_set.id = $1
