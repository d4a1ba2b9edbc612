-- The first key of an installation. Two nodes may make one at once: the second finds the first one's and drops its own.
WITH turn AS (
  SELECT pg_advisory_xact_lock(hashtext('plan.sealing_key'))
)
INSERT INTO plan.sealing_key (id, public_key, private_key, made_at)
SELECT @id, @public_key, @private_key, @at
FROM turn
WHERE NOT EXISTS (SELECT FROM plan.sealing_key)
ON CONFLICT (id) DO NOTHING
