-- The layers that a change set can amend, topmost last: all of its plan, and the context that every plan shares.
SELECT coalesce(json_agg(json_build_object(
  'code', layer.code,
  'name', json_build_object('vi', layer.name_vi, 'en', layer.name_en),
  'geometryKind', layer.geometry_kind,
  'attributes', layer.attributes,
  'isCoverage', layer.is_coverage,
  'mayOverlap', layer.may_overlap,
  'insideProvince', layer.inside_province,
  'mustNotCross', layer.must_not_cross,
  'minAreaM2', layer.min_area_m2,
  'minWidthM', layer.min_width_m,
  'landClassAttribute', layer.land_class_attribute,
  'planScoped', layer.plan_scoped
) ORDER BY layer.position, layer.code), '[]')::text
FROM plan.layer
JOIN plan.change_set ON change_set.id = $1
WHERE NOT layer.plan_scoped OR change_set.plan_code IS NOT NULL
