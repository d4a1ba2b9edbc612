-- What officers did with one enquiry, in the order of time.
SELECT step.state, step.note, step.taken_at, account.display_name
FROM plan.enquiry_step AS step
JOIN plan.account ON account.id = step.taken_by
WHERE step.enquiry_id = @enquiry
ORDER BY step.id
