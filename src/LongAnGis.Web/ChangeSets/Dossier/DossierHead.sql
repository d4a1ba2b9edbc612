-- What a dossier says of its change set as a whole.
SELECT
  change_set.title_vi,
  change_set.title_en,
  change_set.reason,
  change_set.state,
  change_set.kind,
  change_set.ground,
  change_set.in_force_from,
  change_set.created_at,
  coalesce(author.display_name, change_set.created_by) AS author,
  change_set.published_at,
  change_set.published_by,
  revision.number AS revision,
  change_set.approval_number,
  change_set.approval_date,
  change_set.approval_signer,
  plan.code AS plan_code,
  plan.name_vi AS plan_vi,
  plan.name_en AS plan_en,
  instrument.number AS instrument_number,
  instrument.title_vi AS instrument_vi,
  instrument.title_en AS instrument_en,
  instrument.issuer_vi,
  instrument.issued_on,
  change_set.version,
  coalesce(change_set.in_force_from, (change_set.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS day
FROM plan.change_set
JOIN plan.instrument ON instrument.code = change_set.instrument_code
LEFT JOIN plan.plan ON plan.code = change_set.plan_code
LEFT JOIN plan.account AS author ON author.id = change_set.author_id
LEFT JOIN plan.revision ON revision.change_set_id = change_set.id
WHERE change_set.id = $1
