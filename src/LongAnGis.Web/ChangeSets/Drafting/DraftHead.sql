-- A change set as its editor opens it; $2 is whether this person may edit now.
SELECT json_build_object(
  'id', change_set.id,
  'title', json_build_object('vi', change_set.title_vi, 'en', change_set.title_en),
  'state', change_set.state,
  'version', change_set.version,
  'plan', change_set.plan_code,
  'inForceFrom', change_set.in_force_from,
  'instrument', change_set.instrument_code,
  'mayEdit', $2::boolean,
  'author', json_build_object('id', change_set.author_id, 'name', coalesce(account.display_name, change_set.created_by))
)::text
FROM plan.change_set
LEFT JOIN plan.account ON account.id = change_set.author_id
WHERE change_set.id = $1
