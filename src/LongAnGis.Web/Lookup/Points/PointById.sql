SELECT typed, meaning_vi, meaning_en, ST_Y(geom), ST_X(geom), plan_code, revision, as_of, asked_at
FROM plan.lookup_point
WHERE id = @id
