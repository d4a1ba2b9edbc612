-- Questions about figures, the newest first: one (id), those about one target, or all that a person may see. The id walks the
-- primary key, an agency or officer its index; a leader's list is the newest few by asked_at.
SELECT
  request.id, request.target_code, request.indicator_code,
  coalesce(target.name_vi, indicator.name_vi) AS about_vi, coalesce(target.name_en, indicator.name_en) AS about_en,
  request.region_code, region.name_vi AS region_vi, region.name_en AS region_en,
  request.period_kind, request.period_start, request.value, request.question, request.agency_code, request.account_id,
  coalesce(agency.name_vi, officer.display_name) AS addressee_vi, agency.name_en AS addressee_en,
  request.deadline, request.asked_at, request.asked_by, asker.display_name,
  (
    SELECT (min(answer.answered_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM plan.explanation_answer AS answer
    WHERE answer.request_id = request.id
  ) AS first_answer
FROM plan.explanation_request AS request
JOIN plan.indicator ON indicator.code = request.indicator_code
JOIN plan.region ON region.code = request.region_code
JOIN plan.account AS asker ON asker.id = request.asked_by
LEFT JOIN plan.agency ON agency.code = request.agency_code
LEFT JOIN plan.account AS officer ON officer.id = request.account_id
LEFT JOIN LATERAL (
  SELECT name_vi, name_en
  FROM plan.target
  WHERE target.code = request.target_code
  ORDER BY version DESC
  LIMIT 1
) AS target ON true
WHERE (@id::uuid IS NULL OR request.id = @id)
  AND (@target::text IS NULL OR request.target_code = @target)
  AND (@reads_all OR request.asked_by = @person OR request.account_id = @person OR request.agency_code = @agency)
ORDER BY request.asked_at DESC, request.id
LIMIT 500
