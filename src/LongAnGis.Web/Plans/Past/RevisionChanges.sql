-- What one publication did: the content it closed beside the content it wrote. Pieces of older content that it left
-- standing before or after its days carry their own change set and count as no new content.
WITH before AS (
  SELECT DISTINCT ON (feature_id)
    layer_code, feature_id, code, name_vi, name_en, attributes, geometry_quality, area_m2, md5(ST_AsBinary(geom)) AS shape
  FROM pub.feature_version
  WHERE layer_code = ANY (@layers)
    AND revision_to = @number
  ORDER BY feature_id, lower(in_force) DESC
),
after AS (
  SELECT DISTINCT ON (version.feature_id)
    version.layer_code, version.feature_id, version.code, version.name_vi, version.name_en, version.attributes,
    version.geometry_quality, version.area_m2, md5(ST_AsBinary(version.geom)) AS shape
  FROM pub.feature_version AS version
  JOIN pub.revision ON revision.change_set_id = version.change_set_id
  WHERE version.layer_code = ANY (@layers)
    AND version.revision_from = @number
    AND revision.number = @number
  ORDER BY version.feature_id, lower(version.in_force) DESC
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
FULL JOIN after ON after.feature_id = before.feature_id
JOIN pub.layer ON layer.code = coalesce(after.layer_code, before.layer_code)
ORDER BY layer.position DESC, coalesce(after.code, before.code)
LIMIT @most
