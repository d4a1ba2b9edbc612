-- Enquiries to one agency, the newest first, and the last that an officer said of each; all of them, or one (id).
SELECT
  enquiry.id, enquiry.layer_code, enquiry.feature_id, enquiry.site_name, enquiry.language, enquiry.sender,
  enquiry.organisation, enquiry.contact, enquiry.message, enquiry.is_suspect, enquiry.sent_at, last_step.state
FROM plan.enquiry
LEFT JOIN LATERAL (
  SELECT step.state
  FROM plan.enquiry_step AS step
  WHERE step.enquiry_id = enquiry.id
  ORDER BY step.id DESC
  LIMIT 1
) AS last_step ON true
WHERE enquiry.agency_code = @agency
  AND (@id::uuid IS NULL OR enquiry.id = @id)
ORDER BY enquiry.sent_at DESC, enquiry.id
LIMIT 500
