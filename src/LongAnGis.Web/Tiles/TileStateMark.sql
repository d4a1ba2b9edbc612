-- Whether the state in memory is still the state: a number for publications and one for the definitions of layers.
SELECT
  (SELECT coalesce(max(number), 0) FROM pub.revision) AS newest,
  (
    SELECT coalesce(md5(string_agg(
      concat_ws(' ', code, plan_scoped, geometry_kind, min_zoom, max_zoom, tile_attributes, symbol), ',' ORDER BY code
    )), '')
    FROM pub.layer
  ) AS layers
