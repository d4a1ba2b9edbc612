-- Keeps a message until it is sent.
INSERT INTO plan.mail (id, to_name, to_address, subject, body, unsubscribe, made_at, next_try_at)
VALUES (@id, @to_name, @to_address, @subject, @body, @unsubscribe, @now, @now)
