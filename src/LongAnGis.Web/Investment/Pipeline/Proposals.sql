-- Proposals about projects with what was decided about them, the newest first: all of one project (feature), or for every
-- project the newest of all and the newest that was approved by known_until for the day until or an earlier one (feature is
-- null; so may the other two be).
WITH proposal AS (
  SELECT
    project_proposal.*,
    decision.verdict,
    decision.note AS decision_note,
    decision.decided_at,
    decider.display_name AS decided_by_name,
    max(project_proposal.number) OVER (PARTITION BY project_proposal.feature_id) AS newest,
    max(project_proposal.number) FILTER (
      WHERE decision.verdict = 'approved'
        AND (@until::date IS NULL OR project_proposal.as_of <= @until)
        AND (@known_until::timestamptz IS NULL OR decision.decided_at <= @known_until)
    ) OVER (PARTITION BY project_proposal.feature_id) AS holding
  FROM plan.project_proposal
  LEFT JOIN plan.project_decision AS decision ON decision.proposal_id = project_proposal.id
  LEFT JOIN plan.account AS decider ON decider.id = decision.decided_by
  WHERE @feature::bigint IS NULL OR project_proposal.feature_id = @feature
)
SELECT
  proposal.id,
  proposal.feature_id,
  proposal.number,
  proposal.filed_for,
  proposal.stage,
  proposal.stage_since,
  proposal.agency_code,
  proposal.start_on,
  proposal.end_on,
  proposal.as_of,
  proposal.basis,
  proposal.over_reason,
  proposal.note,
  proposal.filed_at,
  proposal.filed_by,
  filer.display_name,
  proposal.verdict,
  proposal.decision_note,
  proposal.decided_at,
  proposal.decided_by_name,
  (
    SELECT coalesce(
      json_agg(
        json_build_object('year', capital.year, 'source', capital.source, 'planned', capital.planned_bn_vnd, 'disbursed', capital.disbursed_bn_vnd)
        ORDER BY capital.year, capital.source
      ), '[]'
    )
    FROM plan.project_capital AS capital
    WHERE capital.proposal_id = proposal.id
  )::text AS capital,
  (
    SELECT coalesce(
      json_agg(json_build_object('name', step.name, 'due_on', step.due_on, 'reached_on', step.reached_on) ORDER BY step.position), '[]'
    )
    FROM plan.project_milestone AS step
    WHERE step.proposal_id = proposal.id
  )::text AS milestones
FROM proposal
JOIN plan.account AS filer ON filer.id = proposal.filed_by
WHERE @feature::bigint IS NOT NULL OR proposal.number IN (proposal.newest, proposal.holding)
ORDER BY proposal.feature_id, proposal.number DESC
