-- How far sites are from what investors ask about, along the roads of the extract that was imported last. Derived: every
-- import measures anew and puts it in the place of what was there.

CREATE TABLE pub.road_network (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  extract text NOT NULL,
  taken_on date NOT NULL,
  reach_m double precision NOT NULL CHECK (reach_m > 0),
  nodes integer NOT NULL CHECK (nodes >= 0),
  edges integer NOT NULL CHECK (edges >= 0),
  measured_at timestamptz NOT NULL
);
COMMENT ON TABLE pub.road_network IS 'The network of roads that sites were measured along; no row before an extract with roads was imported.';
COMMENT ON COLUMN pub.road_network.extract IS 'The OpenStreetMap extract, as it is cited.';
COMMENT ON COLUMN pub.road_network.taken_on IS 'The day to which the extract is current.';
COMMENT ON COLUMN pub.road_network.reach_m IS 'How far, straight, a place may lie from a road that one may stop on; metres.';

CREATE TABLE pub.road_site (
  feature_id bigint PRIMARY KEY,
  latitude double precision NOT NULL,
  longitude double precision NOT NULL,
  access_m double precision CHECK (access_m >= 0)
);
COMMENT ON TABLE pub.road_site IS 'A site that was looked for on the network, and where it lay then (WGS 84): what has moved since is not measured.';
COMMENT ON COLUMN pub.road_site.access_m IS 'Straight from the site to the nearest road, metres; null when none lies within reach.';

CREATE TABLE pub.road_distance (
  feature_id bigint NOT NULL REFERENCES pub.road_site,
  destination text NOT NULL,
  metres double precision CHECK (metres >= 0),
  obstacle text CHECK (obstacle IN ('destination-out-of-reach', 'no-way')),
  PRIMARY KEY (feature_id, destination),
  CHECK ((metres IS NULL) = (obstacle IS NOT NULL))
);
COMMENT ON TABLE pub.road_distance IS 'From a site within reach to a destination, along the roads and with their directions.';
COMMENT ON COLUMN pub.road_distance.destination IS 'Code of the destination (Core, Destinations).';
COMMENT ON COLUMN pub.road_distance.metres IS 'Along the roads, with the straight stretches to the road at both ends.';
COMMENT ON COLUMN pub.road_distance.obstacle IS 'Why there is none: no road of the extract within reach of the destination, or no way that leads there.';

GRANT SELECT ON pub.road_network, pub.road_site, pub.road_distance TO longan_public;
