-- Publications that touch what somebody follows, each watch held for the transaction: another node takes the others. Layers
-- of the plan alone: a newer map of roads amends nothing.
WITH due AS (
  SELECT id, address, language, place_vi, place_en, path, site, geom, told_revision
  FROM plan.watch
  WHERE confirmed_at IS NOT NULL
    AND told_revision < (SELECT max(number) FROM plan.revision)
  ORDER BY id
  LIMIT 200
  FOR UPDATE SKIP LOCKED
)
SELECT
  due.id,
  due.address,
  due.language,
  due.place_vi,
  due.place_en,
  due.path,
  due.site,
  touching.titles_vi,
  touching.titles_en
FROM due
CROSS JOIN LATERAL (
  SELECT
    array_agg(change_set.title_vi ORDER BY revision.number) AS titles_vi,
    array_agg(change_set.title_en ORDER BY revision.number) AS titles_en
  FROM plan.revision AS revision
  JOIN plan.change_set ON change_set.id = revision.change_set_id
  WHERE revision.number > due.told_revision
    AND EXISTS (
      SELECT 1
      FROM pub.feature_version AS version
      WHERE (version.revision_from = revision.number OR version.revision_to = revision.number)
        AND version.plan_code IS NOT NULL
        AND ST_Intersects(version.geom, due.geom)
    )
) AS touching
