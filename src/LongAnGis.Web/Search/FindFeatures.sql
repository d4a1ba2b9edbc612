-- Features whose names contain every word asked for, best first; each once, in the version that speaks for the day.
-- search_text reads "name | English name | code | other names … |", folded: what stands before the first bar counts most.
-- The trigram index on search_text answers the LIKE; ranking touches hits only, geometry only the rows that are shown.
WITH hit AS (
  SELECT DISTINCT ON (version.feature_id)
    version.version_id,
    version.feature_id,
    version.layer_code,
    version.name_vi,
    version.in_force,
    version.in_force @> @day::date AS is_in_force,
    version.search_text,
    version.search_key
  FROM pub.feature_version AS version
  WHERE version.search_text LIKE ALL (@folded_patterns::text[])
    AND version.revision_from <= @revision
    AND (version.revision_to IS NULL OR version.revision_to > @revision)
    AND (version.plan_code IS NULL OR version.plan_code = @plan)
  ORDER BY
    version.feature_id,
    version.in_force @> @day::date DESC,
    lower(version.in_force) > @day::date,
    lower(version.in_force) DESC
),
best AS (
  SELECT
    hit.version_id,
    hit.layer_code,
    hit.is_in_force,
    layer.name_vi AS layer_name_vi,
    layer.name_en AS layer_name_en,
    row_number() OVER (
      ORDER BY
        hit.search_key LIKE ALL (@exact_patterns::text[]) DESC,
        CASE
          WHEN split_part(hit.search_text, ' |', 1) = @folded THEN 0
          WHEN starts_with(split_part(hit.search_text, ' |', 1), @folded) THEN 1
          WHEN strpos(split_part(hit.search_text, ' |', 1), ' ' || @folded) > 0 THEN 2
          WHEN strpos(hit.search_text, '| ' || @folded || ' |') > 0 THEN 3
          WHEN strpos(hit.search_text, ' ' || @folded) > 0 THEN 4
          ELSE 5
        END,
        hit.is_in_force DESC,
        layer.position,
        length(hit.name_vi),
        hit.name_vi COLLATE "vi-x-icu",
        hit.feature_id
    ) AS place
  FROM hit
  JOIN pub.layer ON layer.code = hit.layer_code
  ORDER BY place
  LIMIT @most
)
SELECT
  version.feature_id,
  best.layer_code,
  best.layer_name_vi,
  best.layer_name_en,
  version.code,
  version.name_vi,
  version.name_en,
  CASE WHEN NOT lower_inf(version.in_force) THEN lower(version.in_force) END AS in_force_from,
  CASE WHEN NOT upper_inf(version.in_force) THEN upper(version.in_force) END AS in_force_until,
  best.is_in_force,
  version.attributes ->> 'full_name' AS full_name,
  version.attributes ->> 'district' AS district,
  version.attributes ->> 'made_from' AS made_from,
  ST_XMin(version.geom) AS west,
  ST_YMin(version.geom) AS south,
  ST_XMax(version.geom) AS east,
  ST_YMax(version.geom) AS north
FROM best
JOIN pub.feature_version AS version
  ON version.layer_code = best.layer_code
  AND version.version_id = best.version_id
ORDER BY best.place
