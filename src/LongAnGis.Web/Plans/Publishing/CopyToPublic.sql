-- The public layers' part of a revision, copied into pub: new versions, and the end of those that were replaced.

UPDATE pub.feature_version AS shown
SET revision_to = version.revision_to
FROM plan.feature_version AS version
WHERE version.revision_to = @revision
  AND shown.layer_code = version.layer_code
  AND shown.version_id = version.version_id;

INSERT INTO pub.feature_version
SELECT copy.*
FROM plan.feature_version AS content
JOIN plan.layer ON layer.code = content.layer_code
CROSS JOIN LATERAL plan.public_copy(content) AS copy
WHERE content.revision_from = @revision
  AND layer.visibility = 'public'
ORDER BY content.layer_code, ST_GeoHash(ST_Envelope(content.geom), 8), content.version_id;
