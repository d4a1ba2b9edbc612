-- What was measured along the roads for every site, with where it lay then.
SELECT site.feature_id, site.latitude, site.longitude, distance.destination, distance.metres
FROM pub.road_site AS site
JOIN pub.road_distance AS distance ON distance.feature_id = site.feature_id
WHERE distance.metres IS NOT NULL
ORDER BY site.feature_id
