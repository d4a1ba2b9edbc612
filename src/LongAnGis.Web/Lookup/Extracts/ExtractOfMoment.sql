-- The extract of a parcel at a moment, once one was given out.
SELECT number, lookup_id, plan_code, revision, as_of, issued_at, seal
FROM plan.lookup_extract
WHERE lookup_id = @lookup
  AND plan_code = @plan
  AND revision = @revision
  AND as_of = @day
