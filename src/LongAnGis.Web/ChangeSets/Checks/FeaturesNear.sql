-- What stands near the changes, each box with the layer that matters there. Symbols are not asked for: an indicative place is
-- compared with nothing.
--
-- At 20,000 zones the plan that matters is Nested Loop (Function Scan on near → Index Scan using feature_version_geom): the
-- partial GiST index holds only the newest revision, and a box of a few fields finds some ten rows in it. The boxes come as
-- numbers rather than as geometry, so that no header is parsed per row.
WITH hit AS (
  SELECT DISTINCT version.version_id
  FROM unnest(@layers::text[], @wests::float8[], @souths::float8[], @easts::float8[], @norths::float8[])
    AS near (layer_code, west, south, east, north)
  JOIN plan.feature_version AS version
    ON version.geom && ST_MakeEnvelope(near.west, near.south, near.east, near.north, 4326)
    AND version.layer_code = near.layer_code
  WHERE version.revision_to IS NULL
    AND version.in_force @> @day::date
    AND (version.plan_code IS NULL OR version.plan_code = @plan)
    AND version.geometry_quality <> 'indicative'
)
SELECT
  version.feature_id, feature.version, version.layer_code, version.code, version.name_vi, version.name_en,
  version.attributes::text, version.geom, version.geometry_quality, version.geometry_source, version.note,
  version.instrument_code, version.in_force
FROM hit
JOIN plan.feature_version AS version USING (version_id)
JOIN plan.feature ON feature.id = version.feature_id
