-- Proposals to adjust tasks and targets with what was decided, one of them or the newest of all.
SELECT
  adjustment.id, adjustment.kind, adjustment.subject, adjustment.base_version, adjustment.proposed::text, adjustment.reason,
  adjustment.effective_from, adjustment.proposed_at, adjustment.proposed_by, proposer.display_name,
  decision.verdict, decision.note, decision.decided_at, decider.display_name
FROM plan.adjustment
JOIN plan.account AS proposer ON proposer.id = adjustment.proposed_by
LEFT JOIN plan.adjustment_decision AS decision ON decision.adjustment_id = adjustment.id
LEFT JOIN plan.account AS decider ON decider.id = decision.decided_by
WHERE @id::uuid IS NULL OR adjustment.id = @id
ORDER BY decision.decided_at IS NOT NULL, adjustment.proposed_at DESC, adjustment.id
LIMIT 300
