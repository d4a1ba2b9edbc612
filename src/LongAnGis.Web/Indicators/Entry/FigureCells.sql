-- What the cells of a grid hold: as an edition knew them, and now with who recorded it when. Cells without either are left out.
-- Each cell is one step into observation_version and one into observation_current.
SELECT
  cell.place::integer, seen.value, seen.status, current.value, current.status, current.edition_from, edition.recorded_by, edition.recorded_at
FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::boolean[])
  WITH ORDINALITY AS cell (indicator_code, region_code, period_kind, period_start, is_plan, place)
LEFT JOIN LATERAL (
  SELECT observation.value, observation.status
  FROM plan.observation
  WHERE observation.indicator_code = cell.indicator_code
    AND observation.region_code = cell.region_code
    AND observation.period_kind = cell.period_kind
    AND observation.period_start = cell.period_start
    AND observation.is_plan = cell.is_plan
    AND observation.edition_from <= $6
    AND (observation.edition_to IS NULL OR observation.edition_to > $6)
) AS seen ON true
LEFT JOIN plan.observation AS current
  ON current.indicator_code = cell.indicator_code
  AND current.region_code = cell.region_code
  AND current.period_kind = cell.period_kind
  AND current.period_start = cell.period_start
  AND current.is_plan = cell.is_plan
  AND current.edition_to IS NULL
LEFT JOIN plan.edition ON edition.number = current.edition_from
WHERE seen.value IS NOT NULL
  OR current.value IS NOT NULL
