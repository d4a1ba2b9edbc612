-- What was measured along the roads for a site (feature): the network in each row, and where there is any, the site and one
-- distance. No row before a network was imported.
SELECT
  network.extract,
  network.taken_on,
  network.reach_m,
  site.latitude,
  site.longitude,
  site.access_m,
  distance.destination,
  distance.metres,
  distance.obstacle
FROM pub.road_network AS network
LEFT JOIN pub.road_site AS site ON site.feature_id = @feature
LEFT JOIN pub.road_distance AS distance ON distance.feature_id = site.feature_id
