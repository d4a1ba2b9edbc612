-- Every task of a plan as an edition knew it and as it stood on a day, in the order of the programme. All of a plan's tasks
-- are read at once: pages narrow down what is in memory, so no index has to know their filters.
SELECT
  task_code, version, group_code, parent_code, position, name_vi, name_en, objective, product, accountability, authority,
  responsible, instrument_code, instrument_text, start_on, deadline, deadline_text, priority, budget_vnd, budget_source,
  standing, parties::text, districts, features, indicators, targets, depends_on, source_url, note, search_text, is_public
FROM pub.task_version
WHERE plan_code = @plan
  AND edition_from <= @edition
  AND (edition_to IS NULL OR edition_to > @edition)
  AND in_force @> @day::date
ORDER BY position, task_code
