-- Codes that are taken, and other features of the layer with the same name, for changes that bring a new code or name.
SELECT
  asked.number::integer,
  standing.id IS NOT NULL AS is_taken,
  namesake.code,
  namesake.name_vi,
  namesake.name_en
FROM unnest(@layers::text[], @codes::text[], @names::text[]) WITH ORDINALITY AS asked (layer_code, code, name, number)
JOIN plan.layer ON layer.code = asked.layer_code
LEFT JOIN plan.feature AS standing
  ON standing.layer_code = asked.layer_code
  AND standing.code = asked.code
  AND standing.plan_code IS NOT DISTINCT FROM CASE WHEN layer.plan_scoped THEN @plan END
LEFT JOIN LATERAL (
  SELECT version.code, version.name_vi, version.name_en
  FROM plan.feature_version AS version
  WHERE version.layer_code = asked.layer_code
    AND version.revision_to IS NULL
    AND version.in_force @> @day::date
    AND version.plan_code IS NOT DISTINCT FROM CASE WHEN layer.plan_scoped THEN @plan END
    AND lower(version.name_vi) = lower(asked.name)
    AND version.code <> asked.code
  ORDER BY version.code
  LIMIT 3
) AS namesake ON true
WHERE standing.id IS NOT NULL OR namesake.code IS NOT NULL
