-- One at a time writes about files: what is published may be the same file of two sites.
SELECT pg_advisory_xact_lock(hashtextextended('site-files', 686))
