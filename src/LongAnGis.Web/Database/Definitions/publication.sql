-- The row of pub that shows a version: the same columns, in pub's order.
CREATE OR REPLACE FUNCTION plan.public_copy(v plan.feature_version) RETURNS pub.feature_version
LANGUAGE sql STABLE AS $body$
  SELECT ROW(
    v.version_id, v.feature_id, v.version, v.layer_code, v.plan_code, v.code, v.name_vi, v.name_en, v.attributes,
    v.geom, v.label_point, v.geometry_quality, v.geometry_source, v.sources, v.note, v.instrument_code,
    v.successor_id, v.area_m2, v.length_m, v.in_force, v.revision_from, v.revision_to, v.recorded_at,
    v.recorded_by, v.change_set_id, v.change_op, v.search_text, v.search_key
  )::pub.feature_version
$body$;
