SELECT corners, frame_srid, north_first, plan_code, revision, as_of, asked_at
FROM plan.lookup_line
WHERE id = @id
