-- Drafts as programs read them.

-- What a change proposes, all but its geometry: what is read of it, and what is kept of each saved state.
CREATE OR REPLACE FUNCTION plan.change_content(change plan.change) RETURNS jsonb
LANGUAGE sql STABLE AS $body$
  SELECT jsonb_build_object(
    'op', change.op,
    'layer', change.layer_code,
    'code', change.code,
    'feature', change.feature_id,
    'baseVersion', change.base_version,
    'nameVi', change.name_vi,
    'nameEn', change.name_en,
    'attributes', coalesce(change.attributes, '{}'),
    'quality', change.geometry_quality,
    'geometrySource', change.geometry_source,
    'note', change.note,
    'instrument', change.instrument_code,
    'inForceFrom', lower(change.in_force),
    'inForceUntil', upper(change.in_force),
    'successor', change.successor_code
  )
$body$;

-- Every change of every set as a GeoJSON feature: coordinates with all their digits, and beside the proposed content what
-- the author saw ("before").
CREATE OR REPLACE VIEW plan.draft_change AS
SELECT
  change.change_set_id,
  change.position,
  change.feature_id,
  ST_NPoints(change.geom) AS vertices,
  json_build_object(
    'type', 'Feature',
    'id', change.position,
    'geometry', ST_AsGeoJSON(change.geom, 15)::json,
    'properties', plan.change_content(change) || jsonb_build_object(
      'version', change.version,
      'updatedBy', account.display_name,
      'updatedAt', change.updated_at,
      'before', CASE WHEN base.version IS NOT NULL THEN jsonb_build_object(
        'version', base.version,
        'geometry', ST_AsGeoJSON(base.geom, 15)::jsonb,
        'nameVi', base.name_vi,
        'nameEn', base.name_en,
        'attributes', base.attributes,
        'quality', base.geometry_quality,
        'geometrySource', base.geometry_source,
        'note', base.note,
        'instrument', base.instrument_code,
        'inForceFrom', lower(base.in_force),
        'inForceUntil', upper(base.in_force)
      ) END
    )
  ) AS document
FROM plan.change
LEFT JOIN plan.account ON account.id = change.updated_by
LEFT JOIN plan.change_base AS base ON base.change_set_id = change.change_set_id AND base.position = change.position;
COMMENT ON VIEW plan.draft_change IS 'Changes as GeoJSON features with what the author saw before.';
