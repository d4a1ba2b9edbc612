-- What amendments that are open for comment would change at a place: all that anybody may know of a change set before it is
-- published. Of those in consultation alone, and of them the changes in public layers; the content that a change starts from is
-- looked at as well, so that what would go from the place is told too. The public role reaches no other table of change sets,
-- so this runs with its owner's rights. It takes nothing but a value, so no function of the asker's runs in it.
CREATE OR REPLACE FUNCTION pub.open_changes(place geometry)
RETURNS TABLE (
  change_set_id uuid, plan_code text, title_vi text, title_en text, opened_at timestamptz, in_force_from date,
  change_position integer, operation text, layer_code text, name_vi text, name_en text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
  SELECT
    change_set.id, change_set.plan_code, change_set.title_vi, change_set.title_en, opened.at, change_set.in_force_from,
    change.position, change.op, change.layer_code,
    coalesce(change.name_vi, base.name_vi),
    CASE WHEN change.name_vi IS NULL THEN base.name_en ELSE change.name_en END
  FROM plan.change_set
  JOIN plan.change ON change.change_set_id = change_set.id
  JOIN plan.layer ON layer.code = change.layer_code
  LEFT JOIN plan.change_base AS base ON base.change_set_id = change.change_set_id AND base.position = change.position
  CROSS JOIN LATERAL (
    SELECT max(step.at) AS at
    FROM plan.change_set_step AS step
    WHERE step.change_set_id = change_set.id AND step.state_after = 'consultation'
  ) AS opened
  WHERE change_set.state = 'consultation'
    AND layer.visibility = 'public'
    AND (public.ST_Intersects(change.geom, open_changes.place) OR public.ST_Intersects(base.geom, open_changes.place))
$body$;
REVOKE ALL ON FUNCTION pub.open_changes(geometry) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pub.open_changes(geometry) TO longan_public;
