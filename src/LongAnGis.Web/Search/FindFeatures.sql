-- Features whose names contain every word asked for, best first; each once, in the version that speaks for the day.
-- search_text reads "name | English name | code | other names … |", folded: what stands before the first bar counts most,
-- then a whole other name ("thành phố tân an" is the city, before the roads that are called after it).
-- The trigram index of each layer answers the LIKE of the longest words; LIKE ALL, which no index answers, judges the rest.
-- Of a word that thousands of one layer share, some thousands are enough to choose from; the next letter narrows it. Ranking
-- keeps the best few in a heap; geometry is read for what is shown.
WITH hit AS (
  SELECT
    found.*,
    layer.position,
    layer.name_vi AS layer_name_vi,
    layer.name_en AS layer_name_en,
    found.search_key LIKE ALL (@exact_patterns::text[]) AS is_exact,
    CASE
      WHEN split_part(found.search_text, ' |', 1) = @folded THEN 0
      WHEN starts_with(found.search_text, @folded) THEN 1
      WHEN strpos(found.search_text, '| ' || @folded || ' |') > 0 THEN 2
      WHEN strpos(split_part(found.search_text, ' |', 1), ' ' || @folded) > 0 THEN 3
      WHEN strpos(found.search_text, ' ' || @folded) > 0 THEN 4
      ELSE 5
    END AS closeness
  FROM pub.layer
  CROSS JOIN LATERAL (
    SELECT
      version.version_id,
      version.feature_id,
      version.layer_code,
      version.name_vi,
      version.in_force,
      version.in_force @> @day::date AS is_in_force,
      version.search_text,
      version.search_key
    FROM pub.feature_version AS version
    WHERE version.layer_code = layer.code
      AND version.search_text LIKE @longest_pattern
      AND version.search_text LIKE @second_pattern
      AND version.search_text LIKE @third_pattern
      AND version.search_text LIKE ALL (@folded_patterns::text[])
      AND version.revision_from <= @revision
      AND (version.revision_to IS NULL OR version.revision_to > @revision)
      AND (version.plan_code IS NULL OR version.plan_code = @plan)
    LIMIT 5000
  ) AS found
  ORDER BY
    is_exact DESC,
    closeness,
    found.is_in_force DESC,
    layer.position,
    length(found.name_vi),
    found.name_vi COLLATE "vi-x-icu",
    found.feature_id,
    lower(found.in_force) > @day::date,
    lower(found.in_force) DESC
  -- A feature may be hit in several of its versions.
  LIMIT 5 * @most::integer
),
speaking AS (
  SELECT DISTINCT ON (hit.feature_id) hit.*
  FROM hit
  ORDER BY hit.feature_id, hit.is_in_force DESC, lower(hit.in_force) > @day::date, lower(hit.in_force) DESC
),
best AS (
  SELECT
    speaking.*,
    row_number() OVER (
      ORDER BY
        speaking.is_exact DESC,
        speaking.closeness,
        speaking.is_in_force DESC,
        speaking.position,
        length(speaking.name_vi),
        speaking.name_vi COLLATE "vi-x-icu",
        speaking.feature_id
    ) AS place
  FROM speaking
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
