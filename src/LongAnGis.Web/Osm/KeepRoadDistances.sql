-- Puts a network, the sites on it and their distances in the place of what was measured before.
WITH network AS (
  INSERT INTO pub.road_network (extract, taken_on, reach_m, nodes, edges, measured_at)
  VALUES (@extract, @taken_on, @reach, @nodes, @edges, @now)
),
site AS (
  INSERT INTO pub.road_site (feature_id, latitude, longitude, access_m)
  SELECT *
  FROM unnest(@sites::bigint[], @latitudes::double precision[], @longitudes::double precision[], @accesses::double precision[])
)
INSERT INTO pub.road_distance (feature_id, destination, metres, obstacle)
SELECT *
FROM unnest(@from::bigint[], @destinations::text[], @metres::double precision[], @obstacles::text[])
