-- The territories that figures belong to, with the areas that make them up: provinces, districts, unions, communes.
SELECT
  region.code, region.kind, region.name_vi, region.name_en, region.full_name_vi, region.valid, region.note,
  array_agg(region_member.area_code ORDER BY region_member.area_code) AS members
FROM pub.region
JOIN pub.region_member ON region_member.region_code = region.code
GROUP BY region.code, region.kind, region.name_vi, region.name_en, region.full_name_vi, region.valid, region.note
ORDER BY array_position(ARRAY['province', 'district', 'union', 'commune'], region.kind), region.code
