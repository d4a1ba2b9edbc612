-- What some layers show on a sheet: features in force on a day at the newest revision, of one plan and of the context that
-- all plans share. Large things first, so that small ones lie on top; && takes the GiST index of the current versions.
SELECT
  version.layer_code,
  version.feature_id,
  version.name_vi,
  version.name_en,
  version.attributes::text,
  version.geometry_quality,
  version.geom,
  version.label_point
FROM plan.feature_version AS version
WHERE version.layer_code = ANY (@layers)
  AND version.revision_to IS NULL
  AND version.geom && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
  AND version.in_force @> @day::date
  AND (version.plan_code IS NULL OR version.plan_code = @plan)
ORDER BY version.layer_code, version.area_m2 DESC NULLS FIRST, version.feature_id
LIMIT @most
