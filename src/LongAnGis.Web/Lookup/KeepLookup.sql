INSERT INTO plan.lookup (corners, frame_srid, north_first, arrangement, geom, plan_code, revision, as_of, asked_at)
VALUES (@corners, @frame, @north_first, @arrangement, @parcel, @plan, @revision, @day, @at)
RETURNING id
