-- The communes of 2025 into which the communes of a district went, wholly or in part (by the crosswalk of the resolution), or
-- all of them for the province; with the features that draw them.
SELECT
  area.code, area.full_name_vi, area.name_en, area.feature_id,
  bool_and(crosswalk.extent = 'whole') AND NOT EXISTS (
    SELECT
    FROM pub.crosswalk AS other
    JOIN pub.area AS elsewhere ON elsewhere.code = other.old_code
    WHERE other.new_code = area.code
      AND other.level = 'commune'
      AND $1::text IS NOT NULL
      AND elsewhere.parent_code <> $1
  ) AS lies_within
FROM pub.crosswalk
JOIN pub.area AS old ON old.code = crosswalk.old_code
JOIN pub.area ON area.code = crosswalk.new_code
JOIN pub.area AS district ON district.code = old.parent_code
WHERE crosswalk.level = 'commune'
  AND (($1::text IS NULL AND district.parent_code = $2) OR old.parent_code = $1)
GROUP BY area.code, area.full_name_vi, area.name_en, area.feature_id
ORDER BY area.full_name_vi COLLATE "vi-x-icu"
