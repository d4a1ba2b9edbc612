-- Figures come from areas that ended to those that began, and back: the crosswalk now tells of districts and provinces too, and
-- how much of a new area each old one made up.

ALTER TABLE plan.crosswalk
ADD COLUMN level text NOT NULL DEFAULT 'commune' CHECK (level IN ('commune', 'district', 'province')),
ADD COLUMN share_of_new double precision CHECK (share_of_new > 0 AND share_of_new <= 1);
ALTER TABLE plan.crosswalk ALTER COLUMN level DROP DEFAULT;
COMMENT ON COLUMN plan.crosswalk.level IS
  'Of the old area: commune (old communes to communes of 2025), district (old districts to communes of 2025), province.';
COMMENT ON COLUMN plan.crosswalk.area_share IS 'The part of the old area''s land that lies in the new one; null when unknown, or when extent is whole.';
COMMENT ON COLUMN plan.crosswalk.share_of_new IS 'The part of the new area''s land that lay in the old one: the way back. Null when unknown.';
COMMENT ON TABLE plan.crosswalk IS
  'How an old area carries on into new ones from the first day of the new one on; a part whose share is unknown has no area_share.';

CREATE OR REPLACE VIEW pub.crosswalk AS
SELECT old_code, new_code, extent, method, area_share, note, level, share_of_new
FROM plan.crosswalk;

-- How many regions have a figure in a period, kept as figures are recorded: counting them anew would read every figure of an
-- indicator for each page.

CREATE TABLE plan.figure_count (
  indicator_code text NOT NULL REFERENCES plan.indicator,
  period_kind text NOT NULL,
  period_start date NOT NULL,
  region_kind text NOT NULL,
  edition integer NOT NULL REFERENCES plan.edition,
  change integer NOT NULL,
  PRIMARY KEY (indicator_code, period_kind, period_start, region_kind, edition)
);
COMMENT ON TABLE plan.figure_count IS
  'By how much an edition changed the number of regions that have a figure (plans aside): up to any edition the changes add up to what was known then. Kept by trigger.';
COMMENT ON COLUMN plan.figure_count.region_kind IS 'Of the regions that are counted: province, district, union, commune.';
COMMENT ON COLUMN plan.figure_count.change IS 'Figures that began in this edition less those that ended; a correction changes nothing.';

INSERT INTO plan.figure_count (indicator_code, period_kind, period_start, region_kind, edition, change)
SELECT observation.indicator_code, observation.period_kind, observation.period_start, region.kind, step.edition, sum(step.change)
FROM plan.observation
JOIN plan.region ON region.code = observation.region_code
CROSS JOIN LATERAL (VALUES (observation.edition_from, 1), (observation.edition_to, -1)) AS step (edition, change)
WHERE NOT observation.is_plan
  AND step.edition IS NOT NULL
GROUP BY observation.indicator_code, observation.period_kind, observation.period_start, region.kind, step.edition;
