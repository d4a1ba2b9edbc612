-- What every layer demands of its features.
SELECT
  code, name_vi, name_en, geometry_kind, attributes::text, plan_scoped, is_coverage, may_overlap, inside_province,
  must_not_cross, min_area_m2, min_width_m, land_class_attribute
FROM plan.layer
