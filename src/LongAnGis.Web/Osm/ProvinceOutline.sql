-- Long An, whichever of its outlines holds on whichever day; null where the seed has not been loaded.
SELECT ST_Multi(ST_Union(content.geom))
FROM plan.feature_version AS content
WHERE content.layer_code = 'province'
  AND content.revision_to IS NULL
