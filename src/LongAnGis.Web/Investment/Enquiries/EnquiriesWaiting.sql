-- How many enquiries to an agency nobody has opened yet; those that look like spam wait for nobody.
SELECT count(*)
FROM plan.enquiry
WHERE enquiry.agency_code = @agency
  AND NOT enquiry.is_suspect
  AND NOT EXISTS (SELECT FROM plan.enquiry_step AS step WHERE step.enquiry_id = enquiry.id)
