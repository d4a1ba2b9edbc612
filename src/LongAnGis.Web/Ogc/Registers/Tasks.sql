-- Tasks of a plan as an edition knew them and as they stood on a day, with their newest progress, at the points of the features
-- and districts that they name. Texts of one column hold Vietnamese, then English after a bar. The public role sees public ones;
-- the condition keeps it so for whoever else asks.
SELECT
  task.task_code AS id,
  task.task_code AS code,
  task.name_vi,
  task.name_en,
  task_group.name_vi AS group_vi,
  split_part(task.product, ' | ', 1) AS product,
  nullif(split_part(task.product, ' | ', 2), '') AS product_en,
  (
    SELECT string_agg(coalesce(agency.name_vi, party.said ->> 'name_vi', party.said ->> 'kind'), '; ' ORDER BY party.place)
    FROM jsonb_array_elements(task.parties) WITH ORDINALITY AS party (said, place)
    LEFT JOIN pub.agency ON agency.code = party.said ->> 'agency'
    WHERE party.said ->> 'role' = 'lead'
  ) AS lead,
  (SELECT string_agg(area.full_name_vi, '; ' ORDER BY area.full_name_vi) FROM pub.area WHERE area.code = ANY (task.districts)) AS districts,
  task.start_on,
  task.deadline,
  split_part(task.deadline_text, ' | ', 1) AS deadline_text,
  task.standing,
  progress.percent,
  progress.completed_on,
  task.source_url,
  NULL::jsonb AS attributes,
  place.geom
FROM pub.task_version AS task
LEFT JOIN pub.task_group ON task_group.code = task.group_code AND task_group.plan_code = task.plan_code
LEFT JOIN pub.newest_progress(@plan, @edition, @day::date) AS progress ON progress.task_code = task.task_code
LEFT JOIN LATERAL (
  SELECT ST_Multi(ST_Collect(coalesce(spot.label_point, ST_PointOnSurface(spot.geom)))) AS geom
  FROM (
    SELECT unnest(task.features) AS feature_id
    UNION
    SELECT area.feature_id FROM pub.area WHERE area.code = ANY (task.districts)
  ) AS named
  JOIN LATERAL (
    SELECT version.label_point, version.geom
    FROM pub.feature_version AS version
    WHERE version.feature_id = named.feature_id
      AND version.revision_from <= @revision
      AND (version.revision_to IS NULL OR version.revision_to > @revision)
      AND NOT ST_IsEmpty(version.geom)
    ORDER BY version.in_force @> @day::date DESC, lower(version.in_force) DESC NULLS LAST
    LIMIT 1
  ) AS spot ON true
) AS place ON true
WHERE task.is_public
  AND task.plan_code = @plan
  AND task.edition_from <= @edition
  AND (task.edition_to IS NULL OR task.edition_to > @edition)
  AND task.in_force @> @day::date
