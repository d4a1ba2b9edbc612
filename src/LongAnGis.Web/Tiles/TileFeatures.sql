-- The features of one layer that meet a tile, in one state of the plan. The geometry leaves as the bytes in which it is
-- stored: the encoder reads them without a detour. && is the index scan; the partition is pruned by the layer's code.
SELECT
  version.feature_id,
  version.name_vi,
  version.code,
  version.geometry_quality,
  version.geom::bytea AS geometry,
  ST_X(version.label_point) AS label_longitude,
  ST_Y(version.label_point) AS label_latitude
  /* attributes */
FROM pub.feature_version AS version
WHERE version.layer_code = $1
  AND version.geom && ST_MakeEnvelope($2, $3, $4, $5, 4326)
  AND version.revision_from <= $6
  AND (version.revision_to IS NULL OR version.revision_to > $6)
  AND version.in_force @> $7::date
  AND ($8::text IS NULL OR version.plan_code = $8)
  /* classes */
ORDER BY version.feature_id
