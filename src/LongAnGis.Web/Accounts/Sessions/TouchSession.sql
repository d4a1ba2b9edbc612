-- Somebody is still there: the session lives on, but never longer than its longest life.
UPDATE plan.session
SET seen_at = $2::timestamptz,
    expires_at = least($2::timestamptz + $3::interval, created_at + $4::interval)
WHERE key_hash = $1
