-- The action programme: how tasks and progress are recorded in an edition.

CREATE OR REPLACE TRIGGER task_version_ends_once
BEFORE UPDATE OF edition_to ON plan.task_version
FOR EACH ROW WHEN (OLD.edition_to IS NOT NULL) EXECUTE FUNCTION plan.refuse_ending_twice();

CREATE OR REPLACE TRIGGER task_progress_ends_once
BEFORE UPDATE OF edition_to ON plan.task_progress
FOR EACH ROW WHEN (OLD.edition_to IS NOT NULL) EXECUTE FUNCTION plan.refuse_ending_twice();

-- Codes that a version names and no register has: empty when all are known.
CREATE OR REPLACE FUNCTION plan.unknown_in_task(version plan.task_version) RETURNS text[]
LANGUAGE sql STABLE AS $body$
  SELECT array_agg(named.code ORDER BY named.code)
  FROM (
    SELECT party ->> 'agency' AS code
    FROM jsonb_array_elements((version).parties) AS party
    WHERE party ->> 'agency' IS NOT NULL
      AND NOT EXISTS (SELECT FROM plan.agency WHERE agency.code = party ->> 'agency')
    UNION ALL
    SELECT one.code FROM unnest((version).districts) AS one (code)
    WHERE NOT EXISTS (SELECT FROM plan.region WHERE region.code = one.code AND region.kind = 'district')
    UNION ALL
    SELECT one.id::text FROM unnest((version).features) AS one (id)
    WHERE NOT EXISTS (SELECT FROM plan.feature WHERE feature.id = one.id)
    UNION ALL
    SELECT one.code FROM unnest((version).indicators) AS one (code)
    WHERE NOT EXISTS (SELECT FROM plan.indicator WHERE indicator.code = one.code)
    UNION ALL
    SELECT one.code FROM unnest((version).targets) AS one (code)
    WHERE NOT EXISTS (SELECT FROM plan.target WHERE target.code = one.code)
    UNION ALL
    SELECT one.code FROM unnest((version).depends_on) AS one (code)
    WHERE NOT EXISTS (SELECT FROM plan.task WHERE task.code = one.code)
  ) AS named
$body$;

-- Records what tasks say from a day on (effective_from; null: since ever). What they said for earlier days stays; for that
-- day and later ones the new word replaces what was known, future changes included. Codes must not repeat. Answers how
-- many tasks were written.
CREATE OR REPLACE FUNCTION plan.record_tasks(edition integer, tasks jsonb) RETURNS integer
LANGUAGE plpgsql AS $body$
DECLARE
  stated jsonb;
  said plan.task_version;
  earlier plan.task_version;
  effective daterange;
  next_version integer;
  unknown text[];
  written integer := 0;
BEGIN
  INSERT INTO plan.task (code, plan_code, is_public)
  SELECT task.code, task.plan_code, coalesce(task.is_public, false)
  FROM jsonb_to_recordset(tasks) AS task (code text, plan_code text, is_public boolean)
  ON CONFLICT (code) DO NOTHING;

  FOR stated IN SELECT * FROM jsonb_array_elements(tasks) LOOP
    said := jsonb_populate_record(NULL::plan.task_version, stated || jsonb_build_object('task_code', stated ->> 'code'));
    unknown := plan.unknown_in_task(said);
    IF unknown IS NOT NULL THEN
      RAISE EXCEPTION 'Task % names what no register has: %', said.task_code, unknown USING ERRCODE = 'foreign_key_violation';
    END IF;

    effective := daterange((stated ->> 'effective_from')::date, NULL);
    SELECT coalesce(max(version), 0) + 1 INTO next_version FROM plan.task_version WHERE task_code = said.task_code;

    FOR earlier IN
      UPDATE plan.task_version AS known
      SET edition_to = record_tasks.edition
      WHERE known.task_code = said.task_code
        AND known.edition_to IS NULL
        AND known.in_force && effective
      RETURNING known.*
    LOOP
      -- The days before the change keep what was said of them. A range has two ends: what remains is before the change.
      IF NOT isempty(earlier.in_force - effective) THEN
        earlier.in_force := earlier.in_force - effective;
        earlier.version := next_version;
        earlier.edition_from := record_tasks.edition;
        earlier.edition_to := NULL;
        PERFORM plan.add_task_version(earlier);
        next_version := next_version + 1;
      END IF;
    END LOOP;

    said.version := next_version;
    said.in_force := effective;
    said.edition_from := record_tasks.edition;
    said.edition_to := NULL;
    PERFORM plan.add_task_version(said);
    written := written + 1;
  END LOOP;
  RETURN written;
END
$body$;

CREATE OR REPLACE FUNCTION plan.add_task_version(said plan.task_version) RETURNS void
LANGUAGE sql AS $body$
  INSERT INTO plan.task_version (
    task_code, version, group_code, parent_code, position, name_vi, name_en, objective, product, accountability,
    authority, responsible, instrument_code, instrument_text, start_on, deadline, deadline_text, priority, budget_vnd,
    budget_source, standing, parties, districts, features, indicators, targets, depends_on, source_url, note,
    search_text, reason, in_force, edition_from
  )
  SELECT
    (said).task_code, (said).version, (said).group_code, (said).parent_code, (said).position, (said).name_vi, (said).name_en,
    (said).objective, (said).product, (said).accountability, (said).authority, (said).responsible, (said).instrument_code,
    (said).instrument_text, (said).start_on, (said).deadline, (said).deadline_text, coalesce((said).priority, 'normal'),
    (said).budget_vnd, (said).budget_source, coalesce((said).standing, 'active'), coalesce((said).parties, '[]'),
    coalesce((said).districts, '{}'), coalesce((said).features, '{}'), coalesce((said).indicators, '{}'),
    coalesce((said).targets, '{}'), coalesce((said).depends_on, '{}'), (said).source_url, (said).note, (said).search_text,
    (said).reason, (said).in_force, (said).edition_from
$body$;

-- Records how far tasks were at the end of a day: each ends what was said of that day before. Answers how many were written.
CREATE OR REPLACE FUNCTION plan.record_progress(edition integer, progress jsonb) RETURNS integer
LANGUAGE plpgsql AS $body$
DECLARE
  written integer;
BEGIN
  UPDATE plan.task_progress AS earlier
  SET edition_to = record_progress.edition
  FROM jsonb_to_recordset(progress) AS said (task_code text, day date)
  WHERE earlier.task_code = said.task_code
    AND earlier.day = said.day
    AND earlier.edition_to IS NULL;

  INSERT INTO plan.task_progress (task_code, day, percent, completed_on, said, reason, edition_from)
  SELECT said.task_code, said.day, said.percent, said.completed_on, said.said, said.reason, record_progress.edition
  FROM jsonb_to_recordset(progress) AS said (
    task_code text, day date, percent numeric, completed_on date, said text, reason text
  );
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END
$body$;

-- The newest progress of each task of a plan that was known of a day or the days before: one step into the index by task and
-- day for each task. Asked through pub.task_progress it would sort every report of every period: the barrier of that view
-- keeps the limit outside. So this runs with its owner's rights and judges itself who asks, as the views do: who may use the
-- schema plan reads everything, others what is public. It takes nothing but values, so no function of the asker's runs in it.
CREATE OR REPLACE FUNCTION pub.newest_progress(plan text, edition integer, day date)
RETURNS TABLE (task_code text, told_on date, percent numeric, completed_on date, said text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
  SELECT newest.task_code, newest.day, newest.percent, newest.completed_on, newest.said, newest.reason
  FROM plan.task
  CROSS JOIN LATERAL (
    SELECT known.task_code, known.day, known.percent, known.completed_on, known.said, known.reason
    FROM plan.task_progress AS known
    WHERE known.task_code = task.code
      AND known.day <= newest_progress.day
      AND known.edition_from <= newest_progress.edition
      AND (known.edition_to IS NULL OR known.edition_to > newest_progress.edition)
    ORDER BY known.day DESC
    LIMIT 1
  ) AS newest
  WHERE task.plan_code = newest_progress.plan
    AND (task.is_public OR has_schema_privilege(session_user, 'plan', 'USAGE'))
$body$;
REVOKE ALL ON FUNCTION pub.newest_progress(text, integer, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pub.newest_progress(text, integer, date) TO longan_public;
