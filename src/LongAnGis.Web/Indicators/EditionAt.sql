-- The newest edition of figures that was known: now (both null), before the end of a day, or right after a publication.
SELECT coalesce(max(number), 0)
FROM pub.edition
WHERE ($1::timestamptz IS NULL OR recorded_at < $1)
  AND ($2::integer IS NULL OR recorded_at <= (SELECT published_at FROM pub.revision WHERE number = $2))
