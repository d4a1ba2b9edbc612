-- The changes of a published set, turned round, based on what the set made of its features: a feature that later publications
-- touched is a conflict, which a person settles. What the set created ends; what it changed or ended has again, on every day,
-- the content that it had. The change states the content of the day from which it held; other periods stand beside it.
WITH taken_back AS (
  SELECT change.*, revision.number
  FROM plan.change
  JOIN plan.revision ON revision.change_set_id = change.change_set_id
  WHERE change.change_set_id = @published
),
replaced AS (
  SELECT
    taken_back.position AS published_position,
    was.*,
    row_number() OVER (
      PARTITION BY taken_back.position
      ORDER BY coalesce(was.in_force @> lower(taken_back.in_force), false) DESC, lower(was.in_force) DESC NULLS LAST
    ) AS place
  FROM taken_back
  JOIN plan.feature_version AS was
    ON was.feature_id = taken_back.feature_id
    AND was.revision_to = taken_back.number
),
reach AS (
  SELECT
    taken_back.position AS published_position,
    row_number() OVER (ORDER BY taken_back.position)::integer AS position,
    -- What an ending left standing names the successor: those days are restored too, so that nothing of the ending remains.
    CASE
      WHEN taken_back.op = 'delete' THEN range_merge(range_agg(replaced.in_force) + datemultirange(taken_back.in_force))
      ELSE taken_back.in_force
    END AS days,
    range_agg(replaced.in_force) AS had_content
  FROM taken_back
  LEFT JOIN replaced ON replaced.published_position = taken_back.position
  GROUP BY taken_back.position, taken_back.op, taken_back.in_force
  HAVING taken_back.op <> 'delete' OR count(replaced.version_id) > 0
),
turned_round AS (
  INSERT INTO plan.change (
    change_set_id, position, op, layer_code, code, feature_id, base_version, name_vi, name_en, attributes, geom,
    geometry_quality, geometry_source, sources, note, instrument_code, successor_code, in_force, search_text, search_key,
    updated_at, updated_by
  )
  SELECT
    @id::uuid,
    reach.position,
    CASE WHEN stated.version_id IS NULL THEN 'delete' ELSE 'update' END,
    taken_back.layer_code,
    taken_back.code,
    taken_back.feature_id,
    -- The number that the publication gave the feature.
    coalesce(taken_back.base_version, 0) + 1,
    stated.name_vi, stated.name_en, stated.attributes, stated.geom, stated.geometry_quality, stated.geometry_source,
    stated.sources, stated.note, stated.instrument_code, successor.layer_code || '/' || successor.code,
    reach.days, stated.search_text, stated.search_key, @at::timestamptz, @by::uuid
  FROM reach
  JOIN taken_back ON taken_back.position = reach.published_position
  LEFT JOIN replaced AS stated ON stated.published_position = reach.published_position AND stated.place = 1
  LEFT JOIN plan.feature AS successor ON successor.id = stated.successor_id
  RETURNING position
),
periods AS (
  INSERT INTO plan.change_period (change_set_id, position, days, version_id)
  SELECT @id::uuid, reach.position, replaced.in_force * reach.days, replaced.version_id
  FROM reach
  JOIN replaced ON replaced.published_position = reach.published_position AND replaced.place > 1
  UNION ALL
  SELECT @id::uuid, reach.position, empty.days, NULL
  FROM reach
  CROSS JOIN unnest(datemultirange(reach.days) - reach.had_content) AS empty (days)
)
SELECT count(*) FROM turned_round
