-- Features that edits are based on: what they are now, and what they were at the version that the author saw.
SELECT
  asked.number::integer,
  feature.layer_code,
  feature.plan_code,
  feature.code,
  feature.version,
  base.attributes::text,
  base.sources::text
FROM unnest($1::bigint[], $2::integer[], $3::date[], $4::date[])
  WITH ORDINALITY AS asked (feature_id, base_version, in_force_from, in_force_until, number)
JOIN plan.feature ON feature.id = asked.feature_id
LEFT JOIN LATERAL plan.content_seen(
  -- Days that end before they begin are refused elsewhere, with a sentence.
  asked.feature_id,
  asked.base_version,
  daterange(asked.in_force_from, nullif(greatest(asked.in_force_until, asked.in_force_from), asked.in_force_from))
) AS base ON true
