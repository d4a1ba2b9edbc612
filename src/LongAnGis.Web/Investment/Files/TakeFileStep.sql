-- Takes a step with a document or photo.
INSERT INTO plan.site_document_step (document_id, step, note, taken_at, taken_by)
VALUES (@document, @step, @note, @now, @person)
