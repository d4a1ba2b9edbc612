INSERT INTO plan.lookup_batch (kind, language, headings, frame_srid, plan_code, revision, as_of, made_at, expires_at)
VALUES (@kind, @language, @headings, @frame, @plan, @revision, @day, @now, @expires)
RETURNING id
