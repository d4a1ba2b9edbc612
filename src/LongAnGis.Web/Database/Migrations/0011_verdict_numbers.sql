-- The numbers of the written rule of verdicts: "at" a value has a band of its own, and "met" is the target exactly as it is
-- stated, which leaves nothing to set.

DROP VIEW pub.verdict_setting;

ALTER TABLE plan.verdict_setting
  DROP CONSTRAINT verdict_setting_check,
  DROP COLUMN met_from_percent,
  ADD COLUMN maintain_percent numeric NOT NULL DEFAULT 0.5 CHECK (maintain_percent > 0),
  ADD CHECK (0 < risk_from_percent AND risk_from_percent < 100 AND exceeded_from_percent > 100);
ALTER TABLE plan.verdict_setting ALTER COLUMN maintain_percent DROP DEFAULT;
COMMENT ON COLUMN plan.verdict_setting.exceeded_from_percent IS 'Vượt: the target is fulfilled by at least this part of it, %.';
COMMENT ON COLUMN plan.verdict_setting.risk_from_percent IS 'Có nguy cơ: at least this part of the expected value; below it the target is missed (không đạt), %.';
COMMENT ON COLUMN plan.verdict_setting.maintain_percent IS 'How far from an “at” target still counts as met, % of the target: for rounding.';

CREATE VIEW pub.verdict_setting AS
SELECT edition_from, exceeded_from_percent, risk_from_percent, band_percent, share_band_points, maintain_percent
FROM plan.verdict_setting;
GRANT SELECT ON pub.verdict_setting TO longan_public;
