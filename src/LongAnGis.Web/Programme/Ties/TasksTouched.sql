-- Tasks that a change set touches, with why: they are tied to a feature that it ends or changes, or to another one that stands
-- on ground which it draws. A symbol is only said to stand there. The change set's own rows decide how much is asked; features
-- on their ground come through the GiST index of places, tasks through that of their features.
WITH touched AS (
  SELECT change.feature_id, CASE change.op WHEN 'delete' THEN 'ended' ELSE 'changed' END AS why
  FROM plan.change
  WHERE change.change_set_id = @change_set
    AND change.feature_id IS NOT NULL
  UNION
  SELECT version.feature_id, CASE version.geometry_quality WHEN 'indicative' THEN 'symbol' ELSE 'ground' END
  FROM plan.change
  JOIN plan.feature_version AS version
    ON version.geom && change.geom
    AND ST_Intersects(version.geom, change.geom)
  WHERE change.change_set_id = @change_set
    AND change.op <> 'delete'
    AND change.geometry_quality <> 'indicative'
    AND version.revision_to IS NULL
    AND version.in_force @> @day::date
    AND version.feature_id IS DISTINCT FROM change.feature_id
)
SELECT
  task.task_code,
  (array_agg(touched.why ORDER BY array_position(ARRAY['ended', 'changed', 'ground', 'symbol'], touched.why)))[1] AS why,
  (array_agg(feature.layer_code || '/' || feature.code ORDER BY feature.id))[1] AS feature
FROM touched
JOIN plan.feature ON feature.id = touched.feature_id
JOIN plan.task_version AS task ON task.features @> ARRAY[touched.feature_id]
WHERE task.edition_to IS NULL
  AND task.in_force @> @day::date
GROUP BY task.task_code
ORDER BY task.task_code
LIMIT 200
