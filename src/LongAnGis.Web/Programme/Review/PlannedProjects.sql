-- The projects of a plan as they stood on a day: what was planned of them beside how they stand.
SELECT
  version.feature_id, version.code, version.name_vi, version.name_en, version.attributes ->> 'period', version.attributes ->> 'status',
  version.attributes ->> 'status_text', (version.attributes ->> 'investment_bn_vnd')::numeric
FROM pub.feature_version AS version
WHERE version.layer_code = 'projects'
  AND version.plan_code = @plan
  AND version.revision_from <= @revision
  AND (version.revision_to IS NULL OR version.revision_to > @revision)
  AND version.in_force @> @day::date
ORDER BY version.code
