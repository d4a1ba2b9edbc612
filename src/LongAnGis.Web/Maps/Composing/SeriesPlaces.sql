-- The places of a series of maps: the features of a layer on a day, by name. Where a layer has none on that day, because its units
-- have ended, they are taken as they last were.
WITH known AS (
  SELECT feature_id, name_vi, name_en, geom, in_force
  FROM pub.feature_version
  WHERE layer_code = @layer
    AND revision_from <= @revision
    AND (revision_to IS NULL OR revision_to > @revision)
    AND (plan_code IS NULL OR plan_code = @plan)
    AND geom IS NOT NULL
    -- What has always been has no first day.
    AND coalesce(lower(in_force) <= @day::date, true)
)

SELECT name_vi, name_en, ST_Envelope(geom) AS box
FROM known
WHERE in_force @> @day::date
   OR (
     NOT EXISTS (SELECT FROM known AS other WHERE other.in_force @> @day::date)
     AND upper(in_force) = (SELECT max(upper(ended.in_force)) FROM known AS ended)
   )
ORDER BY name_vi COLLATE "vi-x-icu", feature_id
LIMIT @most
