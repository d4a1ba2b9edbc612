-- What the seed's figures say that the database does not: cells that nobody has ever filled, and cells that still hold an
-- earlier word of the seed. What a person has recorded, corrected or withdrawn is left as it is.
SELECT coalesce(jsonb_agg(figure.said), '[]')
FROM (
  SELECT
    said, said ->> 'indicator_code' AS indicator_code, said ->> 'region_code' AS region_code,
    said ->> 'period_kind' AS period_kind, (said ->> 'period_start')::date AS period_start,
    said ->> 'status' AS status, (said ->> 'value')::numeric AS value, said ->> 'basis' AS basis,
    said ->> 'source_url' AS source_url, said ->> 'instrument_code' AS instrument_code, said ->> 'note' AS note
  FROM jsonb_array_elements(@figures) AS row (said)
) AS figure
LEFT JOIN LATERAL (
  SELECT observation.*, edition.is_seed
  FROM plan.observation
  JOIN plan.edition ON edition.number = coalesce(observation.edition_to, observation.edition_from)
  WHERE observation.indicator_code = figure.indicator_code
    AND observation.region_code = figure.region_code
    AND observation.period_kind = figure.period_kind
    AND observation.period_start = figure.period_start
    AND observation.is_plan = (figure.status = 'plan')
  ORDER BY observation.version DESC
  LIMIT 1
) AS known ON true
WHERE known.id IS NULL
  OR (
    known.is_seed
    AND known.edition_to IS NULL
    AND (known.status, known.value, known.basis, known.source_url, known.instrument_code, known.note)
      IS DISTINCT FROM
      (figure.status, figure.value, figure.basis, figure.source_url, figure.instrument_code, figure.note)
  )
