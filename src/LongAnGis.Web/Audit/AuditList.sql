-- What was done, latest first, a page at a time; every filter may be left out.
SELECT audit.id, audit.at, audit.actor, account.display_name, audit.action, audit.object, audit.detail::text
FROM plan.audit
LEFT JOIN plan.account ON account.user_name = audit.actor
WHERE ($1::text IS NULL OR audit.actor = $1::text OR account.display_name = $1::text)
  AND ($2::text IS NULL OR starts_with(audit.action, $2::text))
  AND ($3::text IS NULL OR starts_with(audit.object, $3::text))
  AND ($4::timestamptz IS NULL OR audit.at >= $4::timestamptz)
  AND ($5::timestamptz IS NULL OR audit.at < $5::timestamptz)
  AND ($6::bigint IS NULL OR audit.id < $6::bigint)
ORDER BY audit.id DESC
LIMIT 51
