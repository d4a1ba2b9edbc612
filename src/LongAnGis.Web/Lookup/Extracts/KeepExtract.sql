-- The first extract of a parcel at a moment is the one: who comes second gets no row here, and asks for the first one's.
INSERT INTO plan.lookup_extract (number, lookup_id, plan_code, revision, as_of, issued_at, seal)
VALUES (@number, @lookup, @plan, @revision, @day, @at, @seal)
ON CONFLICT (lookup_id, plan_code, revision, as_of) DO NOTHING
RETURNING number, lookup_id, plan_code, revision, as_of, issued_at, seal
