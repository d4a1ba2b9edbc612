-- Notes that an address asks to follow a place, and says whether a message is to ask for its confirmation: not when it has
-- been confirmed, nor soon after the last message, nor when the address has had too many.
INSERT INTO plan.watch AS known (address, language, place_vi, place_en, path, site, geom, asked_at, told_revision)
SELECT @address, @language, @place_vi, @place_en, @path, @site, @geom::geometry, @now::timestamptz, (SELECT coalesce(max(number), 0) FROM plan.revision)
WHERE (SELECT count(*) FROM plan.watch WHERE address = @address AND confirmed_at IS NOT NULL) < @most
  AND (SELECT count(*) FROM plan.watch WHERE address = @address AND confirmed_at IS NULL AND asked_at > @now::timestamptz - interval '1 day') < @most_asked
ON CONFLICT (address, path) DO UPDATE SET asked_at = excluded.asked_at, language = excluded.language
WHERE known.confirmed_at IS NULL
  AND known.asked_at < @now::timestamptz - interval '1 hour'
RETURNING id
