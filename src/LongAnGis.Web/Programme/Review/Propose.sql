-- Keeps a proposal.
INSERT INTO plan.adjustment (id, kind, subject, base_version, proposed, reason, effective_from, proposed_at, proposed_by)
VALUES (@id, @kind, @subject, @base_version, @proposed, @reason, @effective_from, @now, @person)
