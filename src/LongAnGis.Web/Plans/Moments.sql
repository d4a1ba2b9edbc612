-- What was known: the newest revision, the last one before the end of a day in Vietnam, and the plans there are.
SELECT
  coalesce((SELECT max(number) FROM pub.revision), 0) AS current,
  coalesce((SELECT max(number) FROM pub.revision WHERE published_at < $1), 0) AS known_by_then,
  EXISTS (SELECT FROM pub.plan WHERE code = $2) AS plan_exists
