-- What was answered to one question, in the order of time.
SELECT answer.id, answer.text, answer.answered_at, account.display_name
FROM plan.explanation_answer AS answer
JOIN plan.account ON account.id = answer.answered_by
WHERE answer.request_id = $1
ORDER BY answer.id
