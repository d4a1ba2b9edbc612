-- The key that seals now.
SELECT id, public_key, private_key
FROM plan.sealing_key
ORDER BY made_at DESC, id
LIMIT 1
