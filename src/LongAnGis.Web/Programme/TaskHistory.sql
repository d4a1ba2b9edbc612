-- All that a task ever said, as known by an edition, the newest first: the content, from when it holds, since when it is
-- known, and why. A row that only repeats an earlier word for the days before a change is left out.
SELECT
  task_code, version, group_code, parent_code, position, name_vi, name_en, objective, product, accountability, authority,
  responsible, instrument_code, instrument_text, start_on, deadline, deadline_text, priority, budget_vnd, budget_source,
  standing, parties::text, districts, features, indicators, targets, depends_on, source_url, note, search_text, is_public,
  reason, in_force, recorded_at, recorded_by
FROM pub.task_version AS version
WHERE task_code = @task
  AND edition_from <= @edition
  AND NOT EXISTS (
    SELECT
    FROM pub.task_version AS earlier
    WHERE earlier.task_code = version.task_code
      AND earlier.edition_to = version.edition_from
      AND lower(earlier.in_force) IS NOT DISTINCT FROM lower(version.in_force)
      AND upper(version.in_force) IS NOT NULL
  )
ORDER BY version DESC
LIMIT 200
