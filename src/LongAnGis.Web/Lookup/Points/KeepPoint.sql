INSERT INTO plan.lookup_point (typed, meaning_vi, meaning_en, geom, plan_code, revision, as_of, asked_at)
VALUES (
  @typed, @meaning_vi, @meaning_en, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @plan, @revision, @day, @at
)
RETURNING id
