-- Walks the chain: each place where a line is gone, was changed, or stands outside.
SELECT link.position, link.audit_id,
       CASE
         WHEN link.position <> coalesce(link.position_before, 0) + 1 THEN 'gap'
         WHEN audit.id IS NULL THEN 'gone'
         ELSE 'changed'
       END
FROM (
  SELECT *, lag(position) OVER chain AS position_before, lag(hash) OVER chain AS hash_before
  FROM plan.audit_link
  WINDOW chain AS (ORDER BY position)
) AS link
LEFT JOIN plan.audit ON audit.id = link.audit_id
WHERE link.position <> coalesce(link.position_before, 0) + 1
   OR audit.id IS NULL
   OR plan.audit_hash(link.hash_before, audit) <> link.hash
UNION ALL
SELECT NULL, audit.id, 'outside'
FROM plan.audit
WHERE NOT EXISTS (SELECT FROM plan.audit_link WHERE audit_id = audit.id)
ORDER BY 1
LIMIT 100
