-- Change sets as people work on them: authors and members, drafts that are saved edit by edit, steps of the review,
-- comments, reasons for warnings, presence, and answers kept for retried writes.

ALTER TABLE plan.layer
  ADD COLUMN min_area_m2 double precision CHECK (min_area_m2 > 0),
  ADD COLUMN min_width_m double precision CHECK (min_width_m > 0),
  ADD COLUMN land_class_attribute text;
COMMENT ON COLUMN plan.layer.min_area_m2 IS 'The smallest area a feature may have, m², planar VN-2000; null for no limit.';
COMMENT ON COLUMN plan.layer.min_width_m IS 'Parts and gaps narrower than this are slivers, m; null for 1 m.';
COMMENT ON COLUMN plan.layer.land_class_attribute IS
  'The attribute that holds the land class (LUA, SKK, …): its areas are counted in the land quota ledger.';

ALTER TABLE plan.change_set
  ADD COLUMN author_id uuid REFERENCES plan.account,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN submitted_at timestamptz,
  ADD COLUMN kind text NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('ordinary', 'simplified')),
  ADD COLUMN ground text CHECK (ground IN ('a', 'b', 'c', 'd', 'dd')),
  ADD COLUMN reverts uuid REFERENCES plan.change_set,
  ADD COLUMN approval_number text,
  ADD COLUMN approval_date date,
  ADD COLUMN approval_signer text,
  ADD CHECK ((kind = 'simplified') = (ground IS NOT NULL));
COMMENT ON COLUMN plan.change_set.author_id IS 'Null for what the service itself wrote: the seed and imports.';
COMMENT ON COLUMN plan.change_set.version IS 'Grows with each edit and each step; who acts on an older one is refused (412).';
COMMENT ON COLUMN plan.change_set.kind IS 'Ordinary (thông thường) or by the simplified procedure (rút gọn).';
COMMENT ON COLUMN plan.change_set.ground IS 'Ground for the simplified procedure: letter of article 54, clause a, b, c, d or đ (dd).';
COMMENT ON COLUMN plan.change_set.reverts IS 'The published change set that this one takes back.';
COMMENT ON COLUMN plan.change_set.approval_number IS 'The document by which it was approved: number, date and signer.';
CREATE INDEX change_set_author ON plan.change_set (author_id);
CREATE INDEX change_set_recent ON plan.change_set (updated_at DESC);

CREATE TABLE plan.change_set_member (
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES plan.account,
  added_at timestamptz NOT NULL,
  added_by uuid NOT NULL REFERENCES plan.account,
  PRIMARY KEY (change_set_id, account_id)
);
CREATE INDEX change_set_member_account ON plan.change_set_member (account_id);
COMMENT ON TABLE plan.change_set_member IS 'Planners who edit a change set beside its author; none of them may review it.';

ALTER TABLE plan.change
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_by uuid REFERENCES plan.account;
COMMENT ON COLUMN plan.change.position IS 'Names the change inside its set for life; never reused.';
COMMENT ON COLUMN plan.change.version IS 'Grows with each saved edit; an edit states the version that it was made on.';
CREATE UNIQUE INDEX change_code_once ON plan.change (change_set_id, layer_code, code);

-- Which open change sets touch a feature: asked on every draft that is opened.
CREATE INDEX change_feature ON plan.change (feature_id) WHERE feature_id IS NOT NULL;
CREATE INDEX change_geom ON plan.change USING gist (geom);

CREATE TABLE plan.draft_edit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  position integer NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL REFERENCES plan.account,
  client uuid,
  content jsonb,
  geom geometry(Geometry, 4326)
);
CREATE INDEX draft_edit_change ON plan.draft_edit (change_set_id, position, version);
COMMENT ON TABLE plan.draft_edit IS 'Every saved state of every change, so that a draft can be taken back to any of them.';
COMMENT ON COLUMN plan.draft_edit.content IS 'All of the change but its geometry; null when the change was dropped.';

CREATE TABLE plan.change_set_step (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  at timestamptz NOT NULL,
  account_id uuid REFERENCES plan.account,
  actor text NOT NULL,
  step text NOT NULL,
  state_before text,
  state_after text NOT NULL,
  note text,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX change_set_step_set ON plan.change_set_step (change_set_id, id);
COMMENT ON TABLE plan.change_set_step IS 'Opened, submitted, returned, approved, published …: by whom, when, and why.';

CREATE TRIGGER change_set_step_is_append_only
BEFORE UPDATE OR TRUNCATE ON plan.change_set_step
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();

CREATE TABLE plan.change_set_comment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  position integer,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL REFERENCES plan.account,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  place geometry(Point, 4326),
  resolved_at timestamptz,
  resolved_by uuid REFERENCES plan.account
);
CREATE INDEX change_set_comment_set ON plan.change_set_comment (change_set_id, id);
COMMENT ON TABLE plan.change_set_comment IS 'What reviewers and planners say to each other, about a change or at a place.';

CREATE TABLE plan.finding_reason (
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  finding text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  at timestamptz NOT NULL,
  account_id uuid NOT NULL REFERENCES plan.account,
  PRIMARY KEY (change_set_id, finding)
);
COMMENT ON TABLE plan.finding_reason IS 'Why a planner lets a warning stand; kept with the change set and printed in its dossier.';
COMMENT ON COLUMN plan.finding_reason.finding IS 'The finding''s key: rule, change and what it meets, e.g. R05:industrial-parks/kcn-1:land-use/z-7.';

CREATE UNLOGGED TABLE plan.presence (
  change_set_id uuid NOT NULL,
  client uuid NOT NULL,
  account_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  editing text,
  at geometry(Point, 4326),
  PRIMARY KEY (change_set_id, client)
);
COMMENT ON TABLE plan.presence IS 'Who has a change set open right now; unlogged, since a crash empties rooms as well.';

CREATE TABLE plan.kept_answer (
  account_id uuid NOT NULL REFERENCES plan.account,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  content_type text,
  headers jsonb NOT NULL DEFAULT '{}',
  body bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (account_id, key)
);
CREATE INDEX kept_answer_at ON plan.kept_answer (at);
COMMENT ON TABLE plan.kept_answer IS
  'Answers to writes by their idempotency key, stored in the write''s own transaction: a retry gets the first answer. Kept for a week.';

CREATE TABLE plan.land_quota (
  plan_code text NOT NULL REFERENCES plan.plan,
  land_class text NOT NULL,
  area_code text REFERENCES plan.area,
  year integer NOT NULL,
  hectares double precision NOT NULL CHECK (hectares >= 0),
  hectares_to double precision CHECK (hectares_to > hectares),
  name_vi text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  source_url text,
  note text,
  UNIQUE NULLS NOT DISTINCT (plan_code, land_class, area_code, year)
);
COMMENT ON TABLE plan.land_quota IS 'How much land of a class the plan allots, to the province or to one area; what no source states is absent.';
COMMENT ON COLUMN plan.land_quota.area_code IS 'A district or commune; null for the whole province.';
COMMENT ON COLUMN plan.land_quota.hectares_to IS 'Upper end where the source gives a span.';
