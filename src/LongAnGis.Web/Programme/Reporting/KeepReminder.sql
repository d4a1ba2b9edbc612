-- The desk reminds a unit of what it has not filed.
INSERT INTO plan.reminder (period, agency_code, missing, words, sent_at, sent_by)
VALUES (@period, @agency, @missing, @words, @now, @person)
