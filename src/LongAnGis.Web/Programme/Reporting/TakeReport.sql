-- One at a time writes or decides about a report.
SELECT pg_advisory_xact_lock(hashtextextended('report/' || @task || '/' || @agency || '/' || @period, 686))
