-- What is measured (indicators), for which territory (regions), what was found (observations) and what is aimed at
-- (targets). Figures are kept in editions as features are in revisions: a correction ends the earlier row and adds one,
-- so that what was known at any moment stays readable for ever.

CREATE TABLE plan.theme (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,32}$'),
  position integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE plan.theme IS 'A heading of the indicator catalogue (chủ đề).';

CREATE TABLE plan.indicator (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,62}$'),
  theme_code text NOT NULL REFERENCES plan.theme,
  position integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  unit_vi text NOT NULL,
  unit_en text NOT NULL,
  value_kind text NOT NULL CHECK (value_kind IN ('number', 'yes-no')),
  direction text NOT NULL CHECK (direction IN ('higher', 'lower', 'neutral', 'band')),
  transfer text NOT NULL CHECK (transfer IN ('additive', 'ratio', 'none')),
  denominator_code text REFERENCES plan.indicator DEFERRABLE INITIALLY DEFERRED,
  level text NOT NULL CHECK (level IN ('province', 'district', 'commune')),
  frequency text NOT NULL CHECK (frequency IN ('month', 'quarter', 'year', 'census')),
  decimals integer NOT NULL CHECK (decimals BETWEEN 0 AND 6),
  definition_vi text NOT NULL,
  definition_en text NOT NULL,
  source_body_vi text,
  source_body_en text,
  is_public boolean NOT NULL DEFAULT true,
  search_text text NOT NULL DEFAULT '',
  CHECK ((transfer = 'ratio') = (denominator_code IS NOT NULL)),
  CHECK (value_kind = 'number' OR transfer = 'none')
);
COMMENT ON TABLE plan.indicator IS 'What is measured (chỉ tiêu): one definition, one unit. Two definitions are two indicators and are never joined.';
COMMENT ON COLUMN plan.indicator.unit_vi IS 'As written behind a figure: %, người, triệu đồng/người.';
COMMENT ON COLUMN plan.indicator.direction IS
  'Which way is better. band: near the target is good, above and below are not (structure shares). neutral: neither.';
COMMENT ON COLUMN plan.indicator.transfer IS
  'How a value of an old area carries to a new one: additive (summed and shared out), ratio (re-weighted by its denominator), none.';
COMMENT ON COLUMN plan.indicator.denominator_code IS 'The indicator by which a ratio is weighted; only for transfer = ratio.';
COMMENT ON COLUMN plan.indicator.level IS 'The finest territory for which it is reported.';
COMMENT ON COLUMN plan.indicator.frequency IS 'How often it is reported; census: every ten years.';
COMMENT ON COLUMN plan.indicator.decimals IS 'Decimals shown to people; the stored value has all that its source states.';
COMMENT ON COLUMN plan.indicator.is_public IS 'False: neither the indicator nor any of its figures or targets can be read through pub.';
COMMENT ON COLUMN plan.indicator.search_text IS 'Names, code and definition, folded: no diacritics, lower case.';

CREATE TABLE plan.region (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  kind text NOT NULL CHECK (kind IN ('province', 'district', 'commune', 'union')),
  name_vi text NOT NULL,
  name_en text NOT NULL,
  full_name_vi text NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  note text
);
COMMENT ON TABLE plan.region IS
  'The territory that an observation or a target belongs to: an area, or a union of areas that a source counted together. '
  'It has no geometry of its own: its shape is that of its members'' published boundaries.';
COMMENT ON COLUMN plan.region.code IS 'The area''s code; for a union the codes of its members with hyphens: 795-798-799.';
COMMENT ON COLUMN plan.region.valid IS 'When it was an administrative unit, or its members were; afterwards it stays a statistical region.';
COMMENT ON COLUMN plan.region.note IS 'Vietnamese, then English after a bar.';

CREATE TABLE plan.region_member (
  region_code text NOT NULL REFERENCES plan.region,
  area_code text NOT NULL REFERENCES plan.area,
  PRIMARY KEY (region_code, area_code)
);
CREATE INDEX region_member_area ON plan.region_member (area_code);
COMMENT ON TABLE plan.region_member IS 'The areas that make up a region; one for all but unions.';

CREATE TABLE plan.edition (
  number integer PRIMARY KEY CHECK (number > 0),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  account_id uuid REFERENCES plan.account,
  is_seed boolean NOT NULL DEFAULT false,
  reason text NOT NULL
);
COMMENT ON TABLE plan.edition IS
  'Figures recorded together (đợt số liệu): numbered without gaps, one after another; all figures as they became known then.';
COMMENT ON COLUMN plan.edition.is_seed IS 'Written from data/: what people have recorded since is never overwritten by it.';
COMMENT ON COLUMN plan.edition.reason IS 'What was recorded and why, as its author says.';

CREATE TABLE plan.edition_indicator (
  indicator_code text NOT NULL REFERENCES plan.indicator,
  number integer NOT NULL REFERENCES plan.edition,
  PRIMARY KEY (indicator_code, number)
);
COMMENT ON TABLE plan.edition_indicator IS 'Which editions touched which indicator: tells whether an answer about it has changed.';

CREATE TABLE plan.observation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  indicator_code text NOT NULL REFERENCES plan.indicator,
  region_code text NOT NULL REFERENCES plan.region,
  period_kind text NOT NULL CHECK (period_kind IN ('year', 'quarter', 'month')),
  period_start date NOT NULL,
  status text NOT NULL CHECK (status IN ('observed', 'estimate', 'plan')),
  is_plan boolean NOT NULL GENERATED ALWAYS AS (status = 'plan') STORED,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  value numeric NOT NULL CHECK (value <> 'NaN' AND abs(value) < 1e15),
  basis text,
  source_url text,
  instrument_code text REFERENCES plan.instrument,
  note text,
  edition_from integer NOT NULL REFERENCES plan.edition,
  edition_to integer REFERENCES plan.edition CHECK (edition_to > edition_from),
  CHECK (extract(day FROM period_start) = 1),
  CHECK (period_kind <> 'year' OR extract(month FROM period_start) = 1),
  CHECK (period_kind <> 'quarter' OR extract(month FROM period_start) IN (1, 4, 7, 10))
);
COMMENT ON TABLE plan.observation IS
  'One value of an indicator for a region and a period (số liệu). What is missing has no row: never 0, never filled in.';
COMMENT ON COLUMN plan.observation.period_start IS 'The first day of the year, quarter or month.';
COMMENT ON COLUMN plan.observation.status IS 'observed (thực hiện), estimate (ước), plan (kế hoạch): a plan stands beside what was reached, the two others replace each other.';
COMMENT ON COLUMN plan.observation.version IS 'Grows by one with each correction of the same indicator, region, period and plan or not.';
COMMENT ON COLUMN plan.observation.value IS 'In the indicator''s unit, exactly as the source states it; 1 for yes and 0 for no.';
COMMENT ON COLUMN plan.observation.basis IS
  'Where a definition changed inside a series, which one this value follows (Vietnamese, then English after a bar). Values of two bases are not compared.';
COMMENT ON COLUMN plan.observation.source_url IS 'The page that states it; null where an instrument does.';
COMMENT ON COLUMN plan.observation.note IS 'What a reader should know; Vietnamese, then English after a bar where there is one.';
COMMENT ON COLUMN plan.observation.edition_to IS 'The edition that corrected or withdrew it; null while it holds.';

-- One truth for each cell. The key is also the index of a series: one indicator, one region, in the order of time.
CREATE UNIQUE INDEX observation_current
ON plan.observation (indicator_code, region_code, period_kind, period_start, is_plan)
WHERE edition_to IS NULL;
CREATE UNIQUE INDEX observation_version
ON plan.observation (indicator_code, region_code, period_kind, period_start, is_plan, version);
-- One indicator in one period over all regions: a map, a ranking; and, without visiting the table, which periods there are.
CREATE INDEX observation_period
ON plan.observation (indicator_code, period_kind, period_start, region_code) INCLUDE (is_plan, edition_from, edition_to);

CREATE TRIGGER observation_is_append_only
BEFORE DELETE OR TRUNCATE OR UPDATE OF
  indicator_code, region_code, period_kind, period_start, status, version, value, basis, source_url,
  instrument_code, note, edition_from
ON plan.observation
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TABLE plan.observed_region (
  indicator_code text NOT NULL REFERENCES plan.indicator,
  region_code text NOT NULL REFERENCES plan.region,
  edition_from integer NOT NULL REFERENCES plan.edition,
  edition_to integer REFERENCES plan.edition CHECK (edition_to > edition_from),
  PRIMARY KEY (indicator_code, region_code, edition_from)
);
COMMENT ON TABLE plan.observed_region IS
  'For which regions an indicator has any figure (plans aside), in which editions: kept by trigger, since counting millions of rows for a catalogue is too slow.';

CREATE TABLE plan.target (
  code text NOT NULL CHECK (code ~ '^[A-Z]{2}-[0-9]{2}(-[0-9]{2})?$'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  position integer NOT NULL,
  plan_code text REFERENCES plan.plan,
  instrument_code text NOT NULL REFERENCES plan.instrument,
  standing text NOT NULL CHECK (standing IN ('binding', 'draft', 'replaced')),
  indicator_code text NOT NULL REFERENCES plan.indicator,
  region_code text NOT NULL REFERENCES plan.region,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  operator text NOT NULL CHECK (operator IN ('>', '>=', '~', '=', '..', '<=', 'yes-no')),
  value numeric NOT NULL,
  value_to numeric CHECK (value_to > value),
  year_from integer,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  baseline_value numeric,
  baseline_period_kind text CHECK (baseline_period_kind IN ('year', 'quarter', 'month')),
  baseline_period_start date,
  source_url text,
  note text,
  edition_from integer NOT NULL REFERENCES plan.edition,
  edition_to integer REFERENCES plan.edition CHECK (edition_to > edition_from),
  PRIMARY KEY (code, version),
  CHECK (operator <> 'yes-no' OR value IN (0, 1)),
  CHECK (operator <> '..' OR value_to IS NOT NULL),
  CHECK (year_from < year),
  CHECK ((baseline_value IS NULL) = (baseline_period_kind IS NULL)),
  CHECK ((baseline_period_kind IS NULL) = (baseline_period_start IS NULL))
);
CREATE UNIQUE INDEX target_current ON plan.target (code) WHERE edition_to IS NULL;
CREATE INDEX target_indicator ON plan.target (indicator_code);
COMMENT ON TABLE plan.target IS
  'What an instrument aims at for an indicator in a region (mục tiêu). Targets of two plans are never mixed.';
COMMENT ON COLUMN plan.target.code IS 'Names the target for life, as KT-01.';
COMMENT ON COLUMN plan.target.plan_code IS 'The plan that it belongs to; null where its instrument is no plan.';
COMMENT ON COLUMN plan.target.standing IS 'binding (có hiệu lực), draft (dự thảo, chưa ban hành), replaced (đã bị thay): only a binding target is judged.';
COMMENT ON COLUMN plan.target.operator IS 'As the source states it: > trên, >= đạt, ~ khoảng, = bằng, .. từ … đến, <= không quá, yes-no; not tightened.';
COMMENT ON COLUMN plan.target.value IS 'In the indicator''s unit; 1 for yes and 0 for no.';
COMMENT ON COLUMN plan.target.value_to IS 'Upper end where the source gives a span.';
COMMENT ON COLUMN plan.target.year IS 'The year by which it is to be reached, or the last year of the period.';
COMMENT ON COLUMN plan.target.year_from IS 'First year of the period where the target is the mean of several years; null for a state at the end of one.';
COMMENT ON COLUMN plan.target.baseline_value IS 'Only where a source states one.';

CREATE TRIGGER target_is_append_only
BEFORE DELETE OR TRUNCATE OR UPDATE OF
  code, version, position, plan_code, instrument_code, standing, indicator_code, region_code, name_vi, name_en, operator,
  value, value_to, year_from, year, baseline_value, baseline_period_kind, baseline_period_start, source_url, note,
  edition_from
ON plan.target
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TABLE plan.verdict_setting (
  edition_from integer PRIMARY KEY CHECK (edition_from >= 0),
  exceeded_from_percent numeric NOT NULL,
  met_from_percent numeric NOT NULL,
  risk_from_percent numeric NOT NULL,
  band_percent numeric NOT NULL CHECK (band_percent > 0),
  share_band_points numeric NOT NULL CHECK (share_band_points > 0),
  CHECK (0 < risk_from_percent AND risk_from_percent < met_from_percent AND met_from_percent <= exceeded_from_percent)
);
COMMENT ON TABLE plan.verdict_setting IS
  'The numbers by which targets are judged. A change is a new row that holds from its edition on, so that past verdicts stay.';
COMMENT ON COLUMN plan.verdict_setting.edition_from IS 'The edition from which it holds; 0 for what the program began with.';
COMMENT ON COLUMN plan.verdict_setting.exceeded_from_percent IS 'Vượt: at least this part of the expected value, %.';
COMMENT ON COLUMN plan.verdict_setting.met_from_percent IS 'Đạt: at least this part of the expected value, %.';
COMMENT ON COLUMN plan.verdict_setting.risk_from_percent IS 'Có nguy cơ: at least this part; below it the target is missed (không đạt), %.';
COMMENT ON COLUMN plan.verdict_setting.band_percent IS 'How far from an “about” target still counts as met, % of the target.';
COMMENT ON COLUMN plan.verdict_setting.share_band_points IS 'The same for shares in %, in percentage points.';
INSERT INTO plan.verdict_setting VALUES (0, 105, 100, 90, 5, 0.5);

-- What the public may read. Views with a barrier: the condition on the indicator is asked first, and nothing a query adds
-- is tried on a row that it leaves out. Equality and order of texts, numbers and days are leakproof and still use the indexes.

CREATE VIEW pub.theme AS
SELECT code, position, name_vi, name_en
FROM plan.theme;

CREATE VIEW pub.indicator WITH (security_barrier) AS
SELECT code, theme_code, position, name_vi, name_en, unit_vi, unit_en, value_kind, direction, transfer, denominator_code,
       level, frequency, decimals, definition_vi, definition_en, source_body_vi, source_body_en, search_text
FROM plan.indicator
WHERE is_public;

CREATE VIEW pub.region AS
SELECT code, kind, name_vi, name_en, full_name_vi, valid, note
FROM plan.region;

CREATE VIEW pub.region_member AS
SELECT region_code, area_code
FROM plan.region_member;

CREATE VIEW pub.edition_indicator WITH (security_barrier) AS
SELECT edition_indicator.indicator_code, edition_indicator.number, edition.recorded_at, edition.recorded_by
FROM plan.edition_indicator
JOIN plan.edition ON edition.number = edition_indicator.number
JOIN plan.indicator ON indicator.code = edition_indicator.indicator_code
WHERE indicator.is_public;

-- An edition that touched only internal indicators keeps its number (they are gapless) and says nothing of itself.
CREATE VIEW pub.edition AS
SELECT number, recorded_at
FROM plan.edition;

CREATE VIEW pub.observation WITH (security_barrier) AS
SELECT observation.id, observation.indicator_code, observation.region_code, observation.period_kind,
       observation.period_start, observation.status, observation.is_plan, observation.version, observation.value,
       observation.basis, observation.source_url, observation.instrument_code, observation.note,
       observation.edition_from, observation.edition_to
FROM plan.observation
JOIN plan.indicator ON indicator.code = observation.indicator_code
WHERE indicator.is_public;

CREATE VIEW pub.observed_region WITH (security_barrier) AS
SELECT observed_region.indicator_code, observed_region.region_code, observed_region.edition_from, observed_region.edition_to
FROM plan.observed_region
JOIN plan.indicator ON indicator.code = observed_region.indicator_code
WHERE indicator.is_public;

CREATE VIEW pub.target WITH (security_barrier) AS
SELECT target.code, target.version, target.position, target.plan_code, target.instrument_code, target.standing,
       target.indicator_code, target.region_code, target.name_vi, target.name_en, target.operator, target.value,
       target.value_to, target.year_from, target.year, target.baseline_value, target.baseline_period_kind,
       target.baseline_period_start, target.source_url, target.note, target.edition_from, target.edition_to
FROM plan.target
JOIN plan.indicator ON indicator.code = target.indicator_code
WHERE indicator.is_public;

CREATE VIEW pub.verdict_setting AS
SELECT edition_from, exceeded_from_percent, met_from_percent, risk_from_percent, band_percent, share_band_points
FROM plan.verdict_setting;

GRANT SELECT ON
  pub.theme, pub.indicator, pub.region, pub.region_member, pub.edition_indicator, pub.edition, pub.observation,
  pub.observed_region, pub.target, pub.verdict_setting
TO longan_public;
