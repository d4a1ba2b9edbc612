-- A turn at a period: the desk's alone while it locks it or gives more days, shared by all who write reports for it.
SELECT CASE WHEN @alone
  THEN pg_advisory_xact_lock(hashtextextended('period/' || @period, 686))
  ELSE pg_advisory_xact_lock_shared(hashtextextended('period/' || @period, 686))
END
