-- Who reports for agencies and areas and has a mailbox.
SELECT display_name, email, agency_code, area_code
FROM plan.account
WHERE 'officer' = ANY (roles)
  AND disabled_at IS NULL
  AND email IS NOT NULL
  AND (agency_code IS NOT NULL OR area_code IS NOT NULL)
ORDER BY user_name
