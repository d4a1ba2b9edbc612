-- What decides which sites there are: the last publication, as known, that touched a layer they are read from, and the last
-- day until the asked one on which anything in these layers begins or ends; and how far they are along the roads: the network
-- that was imported last. Between two such days and imports everything is the same.
SELECT
  (
    SELECT coalesce(max(layer_revision.number), 0)
    FROM pub.layer_revision
    WHERE layer_revision.layer_code = ANY (@layers::text[])
      AND layer_revision.number <= @revision::integer
  ) AS revision,
  (
    SELECT coalesce(max(layer_day.day), @day::date)
    FROM pub.layer_day
    WHERE layer_day.layer_code = ANY (@layers::text[])
      AND layer_day.day <= @day::date
  ) AS day,
  (SELECT road_network.measured_at FROM pub.road_network) AS roads_measured_at
