-- Who is responsible, with those who carry on the duties of agencies that have ended.
SELECT code, kind, name_vi, name_en, successor, successor_code, area_code
FROM pub.agency
ORDER BY code
