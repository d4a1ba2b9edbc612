-- Keeps a file of evidence.
INSERT INTO plan.report_file (id, period, agency_code, task_code, name, media_type, size, sha256, content, added_at, added_by)
VALUES (@id, @period, @agency, @task, @name, @media_type, @size, sha256(@content), @content, @now, @person)
