-- The extract of what is told of a parcel, a line or a point, once one was given out.
SELECT number, lookup_id, line_id, point_id, plan_code, revision, as_of, issued_at, seal
FROM plan.lookup_extract
WHERE (lookup_id = @parcel::uuid OR line_id = @line::uuid OR point_id = @point::uuid)
  AND digest = @digest
