-- What was decided about a proposal.
INSERT INTO plan.adjustment_decision (adjustment_id, verdict, note, edition, decided_at, decided_by)
VALUES (@id, @verdict, @note, @edition, @now, @person)
