-- What decides which tile an address names: the newest revision, and for each public layer the revisions that touched
-- it and the days on which anything in it begins or ends.
SELECT
  layer.code,
  layer.plan_scoped,
  layer.geometry_kind,
  layer.min_zoom,
  layer.max_zoom,
  layer.tile_attributes,
  ARRAY(
    SELECT coalesce(attribute ->> 'type', 'text')
    FROM unnest(layer.tile_attributes) WITH ORDINALITY AS wanted (key, place)
    LEFT JOIN jsonb_array_elements(layer.attributes) AS attribute ON attribute ->> 'key' = wanted.key
    ORDER BY wanted.place
  ) AS attribute_types,
  ARRAY(
    SELECT layer_revision.number
    FROM pub.layer_revision
    WHERE layer_revision.layer_code = layer.code
    ORDER BY layer_revision.number
  ) AS revisions,
  ARRAY(
    SELECT layer_day.day
    FROM pub.layer_day
    WHERE layer_day.layer_code = layer.code
    ORDER BY layer_day.day
  ) AS days,
  (SELECT coalesce(max(number), 0) FROM pub.revision) AS newest,
  layer.symbol::text
FROM pub.layer
ORDER BY layer.position, layer.code
