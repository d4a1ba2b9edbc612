-- Places that people follow by e-mail.

CREATE TABLE plan.watch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  address text NOT NULL CHECK (length(address) <= 254),
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  place_vi text NOT NULL,
  place_en text NOT NULL,
  path text NOT NULL,
  site text NOT NULL,
  geom geometry(Geometry, 4326) NOT NULL,
  asked_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  told_revision integer NOT NULL,
  UNIQUE (address, path)
);
CREATE INDEX watch_geom ON plan.watch USING gist (geom);
COMMENT ON TABLE plan.watch IS 'A parcel or unit that somebody follows by e-mail. Ending it removes the row, and the address with it.';
COMMENT ON COLUMN plan.watch.id IS 'Random: only messages to the address lead to it, and whoever has it may confirm and end it.';
COMMENT ON COLUMN plan.watch.address IS 'Where messages go. No page shows it and no log has it.';
COMMENT ON COLUMN plan.watch.language IS 'Language of the messages.';
COMMENT ON COLUMN plan.watch.place_vi IS 'What is followed, in Vietnamese.';
COMMENT ON COLUMN plan.watch.place_en IS 'What is followed, in English.';
COMMENT ON COLUMN plan.watch.path IS 'The page that says what the plan has there.';
COMMENT ON COLUMN plan.watch.site IS 'Scheme and host of the links in messages.';
COMMENT ON COLUMN plan.watch.geom IS 'The place on WGS 84.';
COMMENT ON COLUMN plan.watch.confirmed_at IS 'When the owner of the address confirmed; until then nothing but the request to do so is sent.';
COMMENT ON COLUMN plan.watch.told_revision IS 'The last publication that was looked at.';

CREATE TABLE plan.watch_told (
  watch_id uuid NOT NULL REFERENCES plan.watch ON DELETE CASCADE,
  change_set_id uuid NOT NULL REFERENCES plan.change_set ON DELETE CASCADE,
  PRIMARY KEY (watch_id, change_set_id)
);
COMMENT ON TABLE plan.watch_told IS 'Amendments open for comment of which a watch has been told.';
COMMENT ON COLUMN plan.watch_told.watch_id IS 'Who was told.';
COMMENT ON COLUMN plan.watch_told.change_set_id IS 'Of what.';

ALTER TABLE plan.mail ADD COLUMN unsubscribe text;
COMMENT ON COLUMN plan.mail.unsubscribe IS 'Address that ends what sends such messages, by one POST (RFC 8058); null of those that nobody ordered.';
