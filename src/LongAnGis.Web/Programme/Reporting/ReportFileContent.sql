-- A file of evidence as it was sent.
SELECT name, content
FROM plan.report_file
WHERE id = @id
