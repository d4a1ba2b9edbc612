-- Every key that has sealed something: what it sealed is verified for ever.
SELECT id, public_key
FROM plan.sealing_key
ORDER BY made_at, id
