INSERT INTO plan.lookup_line (corners, frame_srid, north_first, plan_code, revision, as_of, asked_at)
VALUES (@corners, @frame, @north_first, @plan, @revision, @day, @at)
RETURNING id
