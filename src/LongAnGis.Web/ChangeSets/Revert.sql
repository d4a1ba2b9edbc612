-- The changes of a published set, turned round, based on what its features are by now: what it created ends, what it changed
-- or ended is again what it was. What was ended gets back all days that it had, so that nothing of the ending remains.
WITH taken_back AS (
  SELECT change.*, revision.number
  FROM plan.change
  JOIN plan.revision ON revision.change_set_id = change.change_set_id
  WHERE change.change_set_id = @published
),
restored AS (
  SELECT DISTINCT ON (taken_back.position)
    taken_back.position AS published_position,
    was.name_vi, was.name_en, was.attributes, was.geom, was.geometry_quality, was.geometry_source, was.sources, was.note,
    was.instrument_code, was.search_text, was.search_key, was.in_force
  FROM taken_back
  JOIN plan.feature_version AS was
    ON was.feature_id = taken_back.feature_id
    AND was.revision_to = taken_back.number
  ORDER BY
    taken_back.position,
    coalesce(was.in_force @> lower(taken_back.in_force), false) DESC,
    lower(was.in_force) DESC NULLS LAST
)
INSERT INTO plan.change (
  change_set_id, position, op, layer_code, code, feature_id, base_version, name_vi, name_en, attributes, geom,
  geometry_quality, geometry_source, sources, note, instrument_code, in_force, search_text, search_key, updated_at,
  updated_by
)
SELECT
  @id,
  row_number() OVER (ORDER BY taken_back.position),
  CASE WHEN restored.published_position IS NULL THEN 'delete' ELSE 'update' END,
  taken_back.layer_code,
  taken_back.code,
  taken_back.feature_id,
  feature.version,
  restored.name_vi, restored.name_en, restored.attributes, restored.geom, restored.geometry_quality,
  restored.geometry_source, restored.sources, restored.note, restored.instrument_code,
  CASE
    WHEN taken_back.op = 'delete' THEN range_merge(taken_back.in_force, restored.in_force)
    ELSE taken_back.in_force
  END,
  restored.search_text, restored.search_key, @at, @by
FROM taken_back
JOIN plan.feature ON feature.id = taken_back.feature_id
LEFT JOIN restored ON restored.published_position = taken_back.position
WHERE taken_back.op = 'create' OR restored.published_position IS NOT NULL
ORDER BY taken_back.position
