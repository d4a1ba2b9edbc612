-- The newest edition that touched an indicator, of those known: while it is the same, so is every answer about it.
SELECT coalesce(max(number), 0)
FROM pub.edition_indicator
WHERE indicator_code = $1
  AND number <= $2
