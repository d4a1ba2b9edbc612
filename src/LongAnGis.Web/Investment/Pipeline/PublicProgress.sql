-- How far a project is, as its agency said last and had approved.
SELECT stage, stage_since, start_on, end_on, as_of, basis, milestones::text
FROM pub.project_progress
WHERE feature_id = @feature
ORDER BY proposal_id DESC
LIMIT 1
