-- What the seed's targets say that the database does not, by the same rule as SeedFiguresChanged.
SELECT coalesce(jsonb_agg(target.said), '[]')
FROM (
  SELECT said, said ->> 'code' AS code
  FROM jsonb_array_elements(@targets) AS row (said)
) AS target
LEFT JOIN LATERAL (
  SELECT target_version.*, edition.is_seed
  FROM plan.target AS target_version
  JOIN plan.edition ON edition.number = coalesce(target_version.edition_to, target_version.edition_from)
  WHERE target_version.code = target.code
  ORDER BY target_version.version DESC
  LIMIT 1
) AS known ON true
CROSS JOIN LATERAL jsonb_populate_record(NULL::plan.target, target.said) AS stated
WHERE known.code IS NULL
  OR (
    known.is_seed
    AND known.edition_to IS NULL
    AND (known.position, known.plan_code, known.instrument_code, known.standing, known.indicator_code, known.region_code,
         known.name_vi, known.name_en, known.operator, known.value, known.value_to, known.year_from, known.year,
         known.baseline_value, known.baseline_period_kind, known.baseline_period_start, known.source_url, known.note)
      IS DISTINCT FROM
        (stated.position, stated.plan_code, stated.instrument_code, stated.standing, stated.indicator_code,
         stated.region_code, stated.name_vi, stated.name_en, stated.operator, stated.value, stated.value_to,
         stated.year_from, stated.year, stated.baseline_value, stated.baseline_period_kind,
         stated.baseline_period_start, stated.source_url, stated.note)
  )
