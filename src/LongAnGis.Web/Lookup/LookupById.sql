SELECT corners, frame_srid, north_first, arrangement, plan_code, revision, as_of, asked_at
FROM plan.lookup
WHERE id = @id
