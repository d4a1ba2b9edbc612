-- The next message to be sent, held for the transaction: another node takes the one after it.
SELECT id, to_name, to_address, subject, body, attempts, made_at, unsubscribe
FROM plan.mail
WHERE next_try_at <= @now
ORDER BY next_try_at
LIMIT 1
FOR UPDATE SKIP LOCKED
