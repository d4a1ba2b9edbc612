-- What the plan allots, the latest year of each class and area. A class is one of the national codes; figures for something
-- else (SKK-new, VD4) are kept in the table for reading but bound nothing.
SELECT DISTINCT ON (quota.land_class, quota.area_code)
  quota.land_class, quota.area_code, area.full_name_vi, area.name_en, quota.name_vi, quota.name_en, quota.hectares,
  quota.hectares_to, quota.year, quota.kind, quota.source_url, quota.note
FROM plan.land_quota AS quota
LEFT JOIN plan.area ON area.code = quota.area_code
WHERE quota.plan_code = @plan
ORDER BY quota.land_class, quota.area_code, quota.year DESC
