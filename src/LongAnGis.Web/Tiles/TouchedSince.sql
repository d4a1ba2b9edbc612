-- Whether a publication after revision $6 and up to $7 changed anything of a layer inside a tile: a version began or
-- ended there. What lies elsewhere leaves the tile, and its ETag, as they were.
SELECT EXISTS (
  SELECT
  FROM pub.feature_version AS version
  WHERE version.layer_code = $1
    AND version.geom && ST_MakeEnvelope($2, $3, $4, $5, 4326)
    AND (
      (version.revision_from > $6 AND version.revision_from <= $7)
      OR (version.revision_to > $6 AND version.revision_to <= $7)
    )
)
