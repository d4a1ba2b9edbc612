-- Evidence by its ids, without its content.
SELECT id, name, size
FROM plan.report_file
WHERE id = ANY (@ids)
ORDER BY added_at, name
