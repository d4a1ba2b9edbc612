-- Two states of the plan side by side, each in force on its day as known after its revision. A version that belongs to both
-- is the same on both sides and is left out at once, so that only what moved is joined and compared.
WITH moved AS MATERIALIZED (
  SELECT
    version.layer_code,
    version.feature_id,
    version.code,
    version.name_vi,
    version.name_en,
    version.attributes,
    version.geometry_quality,
    version.area_m2,
    md5(ST_AsBinary(version.geom)) AS shape,
    state.is_before
  FROM pub.feature_version AS version
  CROSS JOIN LATERAL (
    SELECT
      version.revision_from <= @from_revision
        AND coalesce(version.revision_to > @from_revision, true)
        AND version.in_force @> @from_day::date AS is_before,
      version.revision_from <= @to_revision
        AND coalesce(version.revision_to > @to_revision, true)
        AND version.in_force @> @to_day::date AS is_after
  ) AS state
  WHERE (version.plan_code IS NULL OR version.plan_code = @plan)
    AND state.is_before <> state.is_after
),
before AS (
  SELECT * FROM moved WHERE is_before
),
after AS (
  SELECT * FROM moved WHERE NOT is_before
)
SELECT
  coalesce(after.layer_code, before.layer_code) AS layer_code,
  coalesce(after.feature_id, before.feature_id) AS feature_id,
  coalesce(after.code, before.code) AS code,
  coalesce(after.name_vi, before.name_vi) AS name_vi,
  coalesce(after.name_en, before.name_en) AS name_en,
  before.name_vi,
  before.attributes::text,
  before.geometry_quality,
  before.shape,
  before.area_m2,
  after.name_vi,
  after.attributes::text,
  after.geometry_quality,
  after.shape,
  after.area_m2
FROM before
FULL JOIN after ON after.layer_code = before.layer_code AND after.feature_id = before.feature_id
JOIN pub.layer ON layer.code = coalesce(after.layer_code, before.layer_code)
-- New words about the same content (another piece of its days, for example) are no change.
WHERE before.feature_id IS NULL
  OR after.feature_id IS NULL
  OR (before.name_vi, before.attributes, before.geometry_quality, before.shape)
    IS DISTINCT FROM (after.name_vi, after.attributes, after.geometry_quality, after.shape)
ORDER BY layer.position DESC, coalesce(after.code, before.code)
LIMIT @most
