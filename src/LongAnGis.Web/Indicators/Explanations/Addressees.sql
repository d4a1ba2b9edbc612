-- Who can be asked: agencies, with how many officers report for each, and the officers themselves.
SELECT 'agency:' || agency.code AS code, agency.name_vi, agency.name_en, count(account.id) AS officers
FROM plan.agency
LEFT JOIN plan.account ON account.agency_code = agency.code AND account.disabled_at IS NULL AND 'officer' = ANY (account.roles)
GROUP BY agency.code, agency.name_vi, agency.name_en
UNION ALL
SELECT 'account:' || account.id, account.display_name || coalesce(' – ' || coalesce(agency.name_vi, area.full_name_vi), ''), NULL, 1
FROM plan.account
LEFT JOIN plan.agency ON agency.code = account.agency_code
LEFT JOIN plan.area ON area.code = account.area_code
WHERE account.disabled_at IS NULL
  AND 'officer' = ANY (account.roles)
ORDER BY 2
