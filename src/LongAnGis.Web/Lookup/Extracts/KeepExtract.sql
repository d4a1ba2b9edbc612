-- The first extract of a parcel at a moment is the one; who comes second gets the first one's number.
WITH kept AS (
  INSERT INTO plan.lookup_extract (number, lookup_id, plan_code, revision, as_of, issued_at, seal)
  VALUES (@number, @lookup, @plan, @revision, @day, @at, @seal)
  ON CONFLICT (lookup_id, plan_code, revision, as_of) DO NOTHING
  RETURNING number, lookup_id, plan_code, revision, as_of, issued_at, seal
)
SELECT number, lookup_id, plan_code, revision, as_of, issued_at, seal
FROM kept
