-- How many questions wait for this person: to be answered by them, or (for who asked) to be answered at all; and how many of
-- those are late.
SELECT count(*) AS waiting, count(*) FILTER (WHERE request.deadline < @today) AS late
FROM plan.explanation_request AS request
WHERE (
    (@explains AND (request.account_id = @person OR request.agency_code = @agency))
    OR (@asks AND request.asked_by = @person)
  )
  AND NOT EXISTS (SELECT FROM plan.explanation_answer AS answer WHERE answer.request_id = request.id)
