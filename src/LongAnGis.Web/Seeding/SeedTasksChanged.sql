-- What the seed's tasks say that the database does not: tasks that nobody has recorded, and tasks that still say an earlier
-- word of the seed. What a person has changed since is left as it is. Features are named by layer and code in the files.
WITH task AS (
  SELECT
    row.said || jsonb_build_object('features', coalesce((
      SELECT jsonb_agg(feature.id ORDER BY named.place)
      FROM jsonb_array_elements_text(row.said -> 'features') WITH ORDINALITY AS named (key, place)
      LEFT JOIN plan.feature
        ON feature.layer_code = split_part(named.key, '/', 1)
        AND feature.code = split_part(named.key, '/', 2)
        AND feature.plan_code = row.said ->> 'plan_code'
    ), '[]')) AS said
  FROM jsonb_array_elements(@tasks) AS row (said)
)
SELECT coalesce(jsonb_agg(task.said), '[]')
FROM task
LEFT JOIN LATERAL (
  SELECT to_jsonb(stored) AS content, edition.is_seed
  FROM plan.task_version AS stored
  JOIN plan.edition ON edition.number = stored.edition_from
  WHERE stored.task_code = task.said ->> 'code'
    AND stored.edition_to IS NULL
    AND upper_inf(stored.in_force)
) AS known ON true
WHERE known.content IS NULL
  OR (
    known.is_seed
    AND (
      SELECT jsonb_object_agg(stated.key, known.content -> stated.key)
      FROM jsonb_object_keys(task.said - '{code,plan_code,is_public}'::text[]) AS stated (key)
    ) IS DISTINCT FROM task.said - '{code,plan_code,is_public}'::text[]
  )
