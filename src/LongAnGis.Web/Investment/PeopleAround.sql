-- The newest figures of a district that tell of people and work in it, each as the asked edition knew it.
SELECT DISTINCT ON (indicator.position, indicator.code)
  indicator.code,
  indicator.name_vi,
  indicator.name_en,
  indicator.unit_vi,
  indicator.unit_en,
  indicator.decimals,
  observation.period_kind,
  observation.period_start,
  observation.value,
  observation.source_url
FROM pub.region
JOIN pub.observation ON observation.region_code = region.code
JOIN pub.indicator ON indicator.code = observation.indicator_code
WHERE region.kind = 'district'
  AND region.name_vi = @district
  AND indicator.code = ANY (@indicators::text[])
  AND observation.edition_from <= @edition::integer
  AND (observation.edition_to IS NULL OR observation.edition_to > @edition::integer)
  AND NOT observation.is_plan
  AND observation.period_start <= @day::date
ORDER BY indicator.position, indicator.code, observation.period_start DESC
