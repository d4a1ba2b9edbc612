-- What some layers show on a sheet: features in force on a day at the newest revision, of one plan and of the context that
-- all plans share. Large things first, so that small ones lie on top; && takes the GiST index of the current versions. What
-- lies far off the sheet is cut away, and what is finer than the printed line is left out: paper shows neither.
SELECT
  version.layer_code,
  version.feature_id,
  version.name_vi,
  version.name_en,
  -- Some layers are drawn by the code of their features, as the tiles of the screen have it.
  (version.attributes || jsonb_build_object('code', version.code))::text,
  version.geometry_quality,
  ST_Simplify(
    CASE
      WHEN ST_Dimension(version.geom) = 0 THEN version.geom
      ELSE ST_ClipByBox2D(version.geom, ST_Expand(ST_MakeEnvelope(@west, @south, @east, @north, 4326), @margin))
    END,
    @finest,
    true
  ) AS geom,
  version.label_point
FROM plan.feature_version AS version
WHERE version.layer_code = ANY (@layers)
  AND version.revision_to IS NULL
  AND version.geom && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
  AND version.in_force @> @day::date
  AND (version.plan_code IS NULL OR version.plan_code = @plan)
ORDER BY version.layer_code, version.area_m2 DESC NULLS FIRST, version.feature_id
LIMIT @most
