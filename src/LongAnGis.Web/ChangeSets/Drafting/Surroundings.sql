-- What is in force in a window and in some layers on the change set's day, without the draft's own changes.
SELECT
  ST_NPoints(version.geom) AS vertices,
  json_build_object(
    'type', 'Feature',
    'id', version.feature_id,
    'geometry', ST_AsGeoJSON(version.geom, 15)::json,
    'properties', json_build_object(
      'layer', version.layer_code,
      'code', version.code,
      'version', feature.version,
      'nameVi', version.name_vi,
      'nameEn', version.name_en,
      'attributes', version.attributes,
      'quality', version.geometry_quality,
      'geometrySource', version.geometry_source,
      'note', version.note,
      'instrument', version.instrument_code
    )
  )::text AS document
FROM plan.change_set
JOIN plan.feature_version AS version
  ON version.revision_to IS NULL
  AND version.in_force @> coalesce(change_set.in_force_from, @today::date)
  AND (version.plan_code IS NULL OR version.plan_code = change_set.plan_code)
JOIN plan.feature ON feature.id = version.feature_id
WHERE change_set.id = @change_set
  AND version.layer_code = ANY (@layers::text[])
  AND version.geom && ST_MakeEnvelope(@west, @south, @east, @north, 4326)
LIMIT @most::integer
