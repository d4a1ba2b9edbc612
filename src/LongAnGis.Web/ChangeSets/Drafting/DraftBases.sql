-- Features that edits are based on: what they are now, and what they were at the version that the author saw.
SELECT
  asked.number::integer,
  feature.layer_code,
  feature.plan_code,
  feature.code,
  feature.version,
  base.attributes::text,
  base.sources::text
FROM unnest($1::bigint[], $2::integer[], $3::date[]) WITH ORDINALITY AS asked (feature_id, base_version, day, number)
JOIN plan.feature ON feature.id = asked.feature_id
LEFT JOIN LATERAL (
  SELECT version.attributes, version.sources
  FROM plan.feature_version AS version
  WHERE version.feature_id = asked.feature_id
    AND version.version <= asked.base_version
  ORDER BY
    version.in_force @> coalesce(asked.day, current_date) DESC,
    version.revision_from DESC,
    version.version DESC
  LIMIT 1
) AS base ON true
