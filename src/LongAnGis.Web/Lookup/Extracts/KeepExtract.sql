-- The first extract of what is told of a place is the one: who comes second gets no row here, and asks for the first one's.
INSERT INTO plan.lookup_extract (number, lookup_id, line_id, point_id, digest, plan_code, revision, as_of, issued_at, seal)
VALUES (@number, @parcel, @line, @point, @digest, @plan, @revision, @day, @at, @seal)
ON CONFLICT DO NOTHING
RETURNING number, lookup_id, line_id, point_id, plan_code, revision, as_of, issued_at, seal
