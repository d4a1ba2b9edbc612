-- What came of an attempt.
UPDATE plan.mail
SET attempts = attempts + 1, sent_at = @sent_at, last_error = @error, next_try_at = @next_try_at
WHERE id = @id
