-- Tasks still to be done that an amendment touches, with why: they are tied to a feature that it ends or changes, or to
-- another one that stands on ground which changes. A symbol is only said to stand there. The amendment's own ground decides
-- how much is asked; features on it come through the GiST index of places, tasks through that of their features.
WITH touched AS (
  SELECT feature_id, 'ended' AS why
  FROM unnest(@ended::bigint[]) AS ended (feature_id)
  UNION
  SELECT feature_id, 'changed'
  FROM unnest(@changed::bigint[]) AS changed (feature_id)
  UNION
  SELECT version.feature_id, CASE version.geometry_quality WHEN 'indicative' THEN 'symbol' ELSE 'ground' END
  FROM unnest(@grounds::geometry[]) AS ground (geom)
  JOIN plan.feature_version AS version
    ON version.geom && ground.geom
    AND ST_Intersects(version.geom, ground.geom)
  WHERE version.revision_to IS NULL
    AND version.in_force @> @day::date
    AND version.feature_id <> ALL (@ended::bigint[] || @changed::bigint[])
)
SELECT
  task.task_code,
  task.name_vi,
  task.name_en,
  (array_agg(touched.why ORDER BY array_position(ARRAY['ended', 'changed', 'ground', 'symbol'], touched.why)))[1] AS why,
  (array_agg(feature.layer_code || '/' || feature.code ORDER BY feature.id))[1] AS feature
FROM touched
JOIN plan.feature ON feature.id = touched.feature_id
JOIN plan.task_version AS task ON task.features @> ARRAY[touched.feature_id]
LEFT JOIN LATERAL (
  SELECT progress.percent
  FROM plan.task_progress AS progress
  WHERE progress.task_code = task.task_code
    AND progress.edition_to IS NULL
  ORDER BY progress.day DESC
  LIMIT 1
) AS newest ON true
WHERE task.edition_to IS NULL
  AND task.in_force @> @day::date
  AND task.standing = 'active'
  AND newest.percent IS DISTINCT FROM 100
GROUP BY task.task_code, task.name_vi, task.name_en
ORDER BY task.task_code
LIMIT 200
