-- Two states of the plan side by side, each in force on its day as known after its revision; what is the same is left out.
WITH before AS (
  SELECT
    layer_code, feature_id, version_id, code, name_vi, name_en, attributes, geometry_quality, area_m2,
    md5(ST_AsBinary(geom)) AS shape
  FROM pub.feature_version
  WHERE (plan_code IS NULL OR plan_code = @plan)
    AND revision_from <= @from_revision
    AND (revision_to IS NULL OR revision_to > @from_revision)
    AND in_force @> @from_day
),
after AS (
  SELECT
    layer_code, feature_id, version_id, code, name_vi, name_en, attributes, geometry_quality, area_m2,
    md5(ST_AsBinary(geom)) AS shape
  FROM pub.feature_version
  WHERE (plan_code IS NULL OR plan_code = @plan)
    AND revision_from <= @to_revision
    AND (revision_to IS NULL OR revision_to > @to_revision)
    AND in_force @> @to_day
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
WHERE before.version_id IS DISTINCT FROM after.version_id
  AND (
    before.version_id IS NULL
    OR after.version_id IS NULL
    OR (before.name_vi, before.attributes, before.geometry_quality, before.shape)
      IS DISTINCT FROM (after.name_vi, after.attributes, after.geometry_quality, after.shape)
  )
ORDER BY layer.position DESC, coalesce(after.code, before.code)
LIMIT @most
