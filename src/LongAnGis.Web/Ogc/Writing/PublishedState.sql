-- A published feature as a change set may begin with it: what is known of it for the set's days, and its newest version.
SELECT
  feature.id AS feature_id,
  feature.version AS base_version,
  NULL::integer AS position,
  NULL::integer AS draft_version,
  'published' AS op,
  feature.code,
  feature.plan_code,
  content.name_vi,
  content.name_en,
  content.attributes::text,
  ST_AsGeoJSON(content.geom, 9),
  content.geometry_quality,
  content.geometry_source,
  content.note,
  content.instrument_code,
  NULL::text AS successor_code,
  lower(content.in_force),
  upper(content.in_force)
FROM plan.feature
CROSS JOIN LATERAL plan.content_seen(feature.id, feature.version, daterange($3::date, NULL)) AS content
WHERE feature.id = $1
  AND feature.layer_code = $2
  -- What the public cannot find is not there for programs either; what has ended by that day is over.
  AND EXISTS (
    SELECT
    FROM pub.feature_version AS published
    WHERE published.feature_id = feature.id
      AND published.layer_code = feature.layer_code
      AND published.revision_to IS NULL
      AND (upper_inf(published.in_force) OR upper(published.in_force) > $3::date)
  )
