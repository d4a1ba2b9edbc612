-- Puts a question on the record.
INSERT INTO plan.explanation_request (
  target_code, indicator_code, region_code, period_kind, period_start, edition, value, question, agency_code, account_id,
  deadline, asked_at, asked_by
)
VALUES (
  @target, @indicator, @region, @period_kind, @period_start, @edition, @value, @question, @agency, @account, @deadline, @at, @person
)
RETURNING id
