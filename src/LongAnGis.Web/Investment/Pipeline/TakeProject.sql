-- One at a time proposes or decides about a project.
SELECT pg_advisory_xact_lock(hashtextextended('project/' || @feature::bigint, 686))
