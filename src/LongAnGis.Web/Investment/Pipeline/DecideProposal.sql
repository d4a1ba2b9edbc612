-- Decides about a proposal; what the public may know of an approved one is published with it.
WITH decision AS (
  INSERT INTO plan.project_decision (proposal_id, verdict, note, decided_at, decided_by)
  VALUES (@proposal, @verdict, @note, @now, @person)
  RETURNING proposal_id, verdict, decided_at
)
INSERT INTO pub.project_progress (proposal_id, feature_id, stage, stage_since, start_on, end_on, as_of, basis, milestones, approved_at)
SELECT
  proposal.id,
  proposal.feature_id,
  proposal.stage,
  proposal.stage_since,
  proposal.start_on,
  proposal.end_on,
  proposal.as_of,
  proposal.basis,
  (
    SELECT coalesce(
      jsonb_agg(jsonb_build_object('name', step.name, 'due_on', step.due_on, 'reached_on', step.reached_on) ORDER BY step.position), '[]'
    )
    FROM plan.project_milestone AS step
    WHERE step.proposal_id = proposal.id
  ),
  decision.decided_at
FROM decision
JOIN plan.project_proposal AS proposal ON proposal.id = decision.proposal_id
WHERE decision.verdict = 'approved'
