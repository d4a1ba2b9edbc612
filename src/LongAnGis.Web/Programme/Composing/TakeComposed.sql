-- One at a time composes the report of a scope for a period.
SELECT pg_advisory_xact_lock(hashtextextended('composed/' || @scope || '/' || @period, 686))
