-- How filters compare text without regard to case or diacritics (CQL2's CASEI and ACCENTI). The collation is named, because what
-- upper and lower case of ư and đ are must not depend on how a database was made.

CREATE OR REPLACE FUNCTION pub.without_case(said text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(said COLLATE "vi-x-icu") COLLATE "default";

-- Marks are taken off their letters; đ is a letter of its own and has none to take off.
CREATE OR REPLACE FUNCTION pub.without_accents(said text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN normalize(translate(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dD'), NFC);
