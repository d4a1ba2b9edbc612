-- One row for each public indicator and region with yearly figures, as an edition knew them: the figures as JSON by year, and
-- the region's shape from its members' boundaries. Plans are no figures; estimates are named.
SELECT
  series.indicator_code || '.' || series.region_code AS id,
  series.indicator_code AS indicator,
  indicator.name_vi,
  indicator.name_en,
  indicator.unit_vi,
  indicator.unit_en,
  series.region_code AS region,
  region.full_name_vi AS region_name,
  region.kind AS region_kind,
  series.bases,
  series.estimates,
  series.sources,
  series.attributes,
  -- Only for rows that are really sent, since it is asked for each.
  (
    SELECT CASE WHEN count(*) = 1 THEN (array_agg(boundary.geom))[1] ELSE ST_Union(boundary.geom) END
    FROM pub.region_member
    JOIN pub.area ON area.code = region_member.area_code
    JOIN LATERAL (
      SELECT version.geom
      FROM pub.feature_version AS version
      WHERE version.layer_code IN ('province', 'districts', 'communes')
        AND version.feature_id = area.feature_id
        AND version.revision_from <= @revision
        AND (version.revision_to IS NULL OR version.revision_to > @revision)
      ORDER BY upper(version.in_force) DESC NULLS FIRST
      LIMIT 1
    ) AS boundary ON true
    WHERE region_member.region_code = series.region_code
  ) AS geom
FROM (
  SELECT
    observation.indicator_code,
    observation.region_code,
    jsonb_object_agg(to_char(observation.period_start, 'YYYY'), observation.value) AS attributes,
    string_agg(DISTINCT split_part(observation.basis, ' | ', 1), '; ') AS bases,
    string_agg(DISTINCT to_char(observation.period_start, 'YYYY'), ', ') FILTER (WHERE observation.status = 'estimate') AS estimates,
    string_agg(DISTINCT coalesce(observation.source_url, observation.instrument_code), ' ') AS sources
  FROM pub.observation
  WHERE observation.period_kind = 'year'
    AND NOT observation.is_plan
    AND observation.edition_from <= @edition
    AND (observation.edition_to IS NULL OR observation.edition_to > @edition)
  GROUP BY observation.indicator_code, observation.region_code
) AS series
JOIN pub.indicator ON indicator.code = series.indicator_code
JOIN pub.region ON region.code = series.region_code
