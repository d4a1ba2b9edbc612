-- Administrative units that are valid within a span of days, each with its boundary as a revision knew it.
SELECT
  area.code AS id,
  area.code,
  area.kind,
  area.name_vi,
  area.name_en,
  area.full_name_vi,
  area.parent_code,
  lower(area.valid) AS valid_from,
  upper(area.valid) AS valid_until,
  NULL::jsonb AS attributes,
  boundary.geom
FROM pub.area
LEFT JOIN LATERAL (
  SELECT version.geom
  FROM pub.feature_version AS version
  WHERE version.layer_code IN ('province', 'districts', 'communes', 'neighbours')
    AND version.feature_id = area.feature_id
    AND version.revision_from <= @revision
    AND (version.revision_to IS NULL OR version.revision_to > @revision)
  ORDER BY version.in_force && @span::daterange DESC, upper(version.in_force) DESC NULLS FIRST
  LIMIT 1
) AS boundary ON true
WHERE area.valid && @span::daterange
