-- What an account may report for: agencies, and areas as they stand on a day.
SELECT 'agency' AS kind, code, name_vi FROM plan.agency
UNION ALL
SELECT 'area', code, full_name_vi FROM plan.area WHERE valid @> $1::date
ORDER BY 1, 3
