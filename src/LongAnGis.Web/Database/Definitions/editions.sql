-- Editions of figures: how one is begun, and what follows from the rows that it writes.

-- Begins the next edition, without gaps. It waits for publications as well (the lock is theirs), and its moment lies after
-- that of every revision and edition before it: so "as known after publication 12" and "on a day" have one answer each.
CREATE OR REPLACE FUNCTION plan.begin_edition(
  recorded_at timestamptz, recorded_by text, account uuid, is_seed boolean, reason text
) RETURNS integer
LANGUAGE sql AS $body$
  SELECT pg_advisory_xact_lock(6862030);
  INSERT INTO plan.edition (number, recorded_at, recorded_by, account_id, is_seed, reason)
  SELECT
    coalesce(max(edition.number), 0) + 1,
    greatest(
      begin_edition.recorded_at,
      max(edition.recorded_at) + interval '1 microsecond',
      (SELECT max(published_at) FROM plan.revision) + interval '1 microsecond'
    ),
    begin_edition.recorded_by, account, begin_edition.is_seed, begin_edition.reason
  FROM plan.edition
  RETURNING number
$body$;

-- A row that has ended stays ended: who corrects it corrects its successor.
CREATE OR REPLACE FUNCTION plan.refuse_ending_twice() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION 'This row of % has been superseded already', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$body$;

CREATE OR REPLACE TRIGGER observation_ends_once
BEFORE UPDATE OF edition_to ON plan.observation
FOR EACH ROW WHEN (OLD.edition_to IS NOT NULL) EXECUTE FUNCTION plan.refuse_ending_twice();

CREATE OR REPLACE TRIGGER target_ends_once
BEFORE UPDATE OF edition_to ON plan.target
FOR EACH ROW WHEN (OLD.edition_to IS NOT NULL) EXECUTE FUNCTION plan.refuse_ending_twice();

-- Keeps plan.edition_indicator, plan.figure_count and plan.observed_region in line with what was just written.
CREATE OR REPLACE FUNCTION plan.note_recorded() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO plan.edition_indicator (indicator_code, number)
  SELECT DISTINCT indicator_code, edition_from FROM recorded
  ON CONFLICT DO NOTHING;

  INSERT INTO plan.figure_count AS known (indicator_code, period_kind, period_start, region_kind, edition, change)
  SELECT recorded.indicator_code, recorded.period_kind, recorded.period_start, region.kind, recorded.edition_from, count(*)
  FROM recorded
  JOIN plan.region ON region.code = recorded.region_code
  WHERE NOT recorded.is_plan
  GROUP BY recorded.indicator_code, recorded.period_kind, recorded.period_start, region.kind, recorded.edition_from
  ON CONFLICT (indicator_code, period_kind, period_start, region_kind, edition)
  DO UPDATE SET change = known.change + excluded.change;

  INSERT INTO plan.observed_region (indicator_code, region_code, edition_from)
  SELECT indicator_code, region_code, min(edition_from)
  FROM recorded
  WHERE NOT is_plan
    AND NOT EXISTS (
      SELECT FROM plan.observed_region AS known
      WHERE known.indicator_code = recorded.indicator_code
        AND known.region_code = recorded.region_code
        AND known.edition_to IS NULL
    )
  GROUP BY indicator_code, region_code
  -- Withdrawn and recorded anew within one edition: it never ceased.
  ON CONFLICT (indicator_code, region_code, edition_from) DO UPDATE SET edition_to = NULL;
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER observation_is_noted
AFTER INSERT ON plan.observation
REFERENCING NEW TABLE AS recorded
FOR EACH STATEMENT EXECUTE FUNCTION plan.note_recorded();

CREATE OR REPLACE FUNCTION plan.note_ended() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO plan.edition_indicator (indicator_code, number)
  SELECT DISTINCT indicator_code, edition_to FROM ended WHERE edition_to IS NOT NULL
  ON CONFLICT DO NOTHING;

  INSERT INTO plan.figure_count AS known (indicator_code, period_kind, period_start, region_kind, edition, change)
  SELECT ended.indicator_code, ended.period_kind, ended.period_start, region.kind, ended.edition_to, -count(*)
  FROM ended
  JOIN plan.region ON region.code = ended.region_code
  WHERE NOT ended.is_plan
    AND ended.edition_to IS NOT NULL
  GROUP BY ended.indicator_code, ended.period_kind, ended.period_start, region.kind, ended.edition_to
  ON CONFLICT (indicator_code, period_kind, period_start, region_kind, edition)
  DO UPDATE SET change = known.change + excluded.change;
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER observation_end_is_noted
AFTER UPDATE ON plan.observation
REFERENCING NEW TABLE AS ended
FOR EACH STATEMENT EXECUTE FUNCTION plan.note_ended();

-- A region whose last figure was withdrawn. Asked at commit, since a correction ends a row before it adds the next.
CREATE OR REPLACE FUNCTION plan.note_unobserved() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  UPDATE plan.observed_region AS known
  SET edition_to = NEW.edition_to
  WHERE known.indicator_code = NEW.indicator_code
    AND known.region_code = NEW.region_code
    AND known.edition_to IS NULL
    AND known.edition_from < NEW.edition_to
    AND NOT EXISTS (
      SELECT FROM plan.observation AS other
      WHERE other.indicator_code = NEW.indicator_code
        AND other.region_code = NEW.region_code
        AND NOT other.is_plan
        AND other.edition_to IS NULL
    );
  RETURN NULL;
END
$body$;

DO $trigger$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'observation_leaves_region') THEN
    CREATE CONSTRAINT TRIGGER observation_leaves_region
    AFTER UPDATE ON plan.observation
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.edition_to IS NOT NULL AND NOT NEW.is_plan)
    EXECUTE FUNCTION plan.note_unobserved();
  END IF;
END
$trigger$;

CREATE OR REPLACE FUNCTION plan.note_target() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO plan.edition_indicator (indicator_code, number)
  VALUES (NEW.indicator_code, coalesce(NEW.edition_to, NEW.edition_from))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER target_is_noted
AFTER INSERT OR UPDATE ON plan.target
FOR EACH ROW EXECUTE FUNCTION plan.note_target();

-- Records figures in an edition: each ends what its cell said before and becomes the cell's next version. Rows of one cell
-- must not repeat. Answers how many were written.
CREATE OR REPLACE FUNCTION plan.record_observations(edition integer, figures jsonb) RETURNS integer
LANGUAGE plpgsql AS $body$
DECLARE
  written integer;
BEGIN
  UPDATE plan.observation AS earlier
  SET edition_to = record_observations.edition
  FROM jsonb_to_recordset(figures) AS figure (
    indicator_code text, region_code text, period_kind text, period_start date, status text
  )
  WHERE earlier.indicator_code = figure.indicator_code
    AND earlier.region_code = figure.region_code
    AND earlier.period_kind = figure.period_kind
    AND earlier.period_start = figure.period_start
    AND earlier.is_plan = (figure.status = 'plan')
    AND earlier.edition_to IS NULL;

  INSERT INTO plan.observation (
    indicator_code, region_code, period_kind, period_start, status, version, value, basis, source_url, instrument_code,
    note, edition_from
  )
  SELECT
    figure.indicator_code, figure.region_code, figure.period_kind, figure.period_start, figure.status,
    1 + coalesce((
      SELECT max(earlier.version)
      FROM plan.observation AS earlier
      WHERE earlier.indicator_code = figure.indicator_code
        AND earlier.region_code = figure.region_code
        AND earlier.period_kind = figure.period_kind
        AND earlier.period_start = figure.period_start
        AND earlier.is_plan = (figure.status = 'plan')
    ), 0),
    figure.value, figure.basis, figure.source_url, figure.instrument_code, figure.note, record_observations.edition
  FROM jsonb_to_recordset(figures) AS figure (
    indicator_code text, region_code text, period_kind text, period_start date, status text, value numeric, basis text,
    source_url text, instrument_code text, note text
  );
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END
$body$;

-- The same for targets, by their code.
CREATE OR REPLACE FUNCTION plan.record_targets(edition integer, targets jsonb) RETURNS integer
LANGUAGE plpgsql AS $body$
DECLARE
  written integer;
BEGIN
  UPDATE plan.target AS earlier
  SET edition_to = record_targets.edition
  FROM jsonb_to_recordset(targets) AS stated (code text)
  WHERE earlier.code = stated.code
    AND earlier.edition_to IS NULL;

  INSERT INTO plan.target (
    code, version, position, plan_code, instrument_code, standing, indicator_code, region_code, name_vi, name_en, operator,
    value, value_to, year_from, year, baseline_value, baseline_period_kind, baseline_period_start, source_url, note,
    edition_from
  )
  SELECT
    stated.code,
    1 + coalesce((SELECT max(earlier.version) FROM plan.target AS earlier WHERE earlier.code = stated.code), 0),
    stated.position, stated.plan_code, stated.instrument_code, stated.standing, stated.indicator_code, stated.region_code,
    stated.name_vi, stated.name_en, stated.operator, stated.value, stated.value_to, stated.year_from, stated.year,
    stated.baseline_value, stated.baseline_period_kind, stated.baseline_period_start, stated.source_url, stated.note,
    record_targets.edition
  FROM jsonb_to_recordset(targets) AS stated (
    code text, position integer, plan_code text, instrument_code text, standing text, indicator_code text,
    region_code text, name_vi text, name_en text, operator text, value numeric, value_to numeric, year_from integer,
    year integer, baseline_value numeric, baseline_period_kind text, baseline_period_start date, source_url text, note text
  );
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END
$body$;
