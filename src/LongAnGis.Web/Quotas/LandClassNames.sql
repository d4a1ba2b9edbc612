-- What the land classes are called, from the code lists of the layers that count land.
SELECT DISTINCT ON (class.value) class.value, class.vi, class.en
FROM plan.layer
CROSS JOIN LATERAL jsonb_array_elements(layer.attributes) AS attribute
CROSS JOIN LATERAL jsonb_to_recordset(attribute -> 'codes') AS class (value text, vi text, en text)
WHERE layer.land_class_attribute IS NOT NULL
  AND attribute ->> 'key' = layer.land_class_attribute
  AND jsonb_typeof(attribute -> 'codes') = 'array'
ORDER BY class.value, layer.position
