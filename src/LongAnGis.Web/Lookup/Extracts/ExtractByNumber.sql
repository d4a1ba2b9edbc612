-- One extract by the number that is printed on it.
SELECT number, lookup_id, line_id, point_id, plan_code, revision, as_of, issued_at, seal
FROM plan.lookup_extract
WHERE number = @number
