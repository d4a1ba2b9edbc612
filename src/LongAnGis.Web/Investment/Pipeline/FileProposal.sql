-- Files a proposal with its capital and milestones, which come as arrays of one length each.
WITH proposal AS (
  INSERT INTO plan.project_proposal (
    feature_id, number, filed_for, stage, stage_since, agency_code, start_on, end_on, as_of, basis, over_reason, note, filed_at, filed_by
  )
  VALUES (
    @feature, @number, @filed_for, @stage, @stage_since, @agency, @start_on, @end_on, @as_of, @basis, @over_reason, @note, @now, @person
  )
  RETURNING id
),
capital AS (
  INSERT INTO plan.project_capital (proposal_id, year, source, planned_bn_vnd, disbursed_bn_vnd)
  SELECT proposal.id, line.year, line.source, line.planned, line.disbursed
  FROM proposal
  CROSS JOIN unnest(@years::integer[], @sources::text[], @planned::numeric[], @disbursed::numeric[]) AS line (year, source, planned, disbursed)
)
INSERT INTO plan.project_milestone (proposal_id, position, name, due_on, reached_on)
SELECT proposal.id, step.position - 1, step.name, step.due_on, step.reached_on
FROM proposal
CROSS JOIN unnest(@names::text[], @due::date[], @reached::date[]) WITH ORDINALITY AS step (name, due_on, reached_on, position)
