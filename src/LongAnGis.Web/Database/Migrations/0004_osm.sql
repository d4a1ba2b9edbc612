-- What imports of OpenStreetMap extracts leave behind beside features: what each one said, and what a layer says of itself.

CREATE TABLE plan.osm_feature (
  feature_id bigint PRIMARY KEY REFERENCES plan.feature,
  content_hash text NOT NULL,
  version integer NOT NULL
);
COMMENT ON TABLE plan.osm_feature IS
  'What the last extract said of a feature: a newer one changes it only while nobody else has amended it.';
COMMENT ON COLUMN plan.osm_feature.content_hash IS 'Of everything a reader sees; empty where the extract no longer had it.';
COMMENT ON COLUMN plan.osm_feature.version IS 'The version of the feature that the import made.';

CREATE TABLE plan.layer_import (
  layer_code text NOT NULL REFERENCES plan.layer,
  revision_from integer NOT NULL REFERENCES plan.revision,
  instrument_code text NOT NULL REFERENCES plan.instrument,
  fills_layer boolean NOT NULL,
  completeness_vi text NOT NULL,
  completeness_en text NOT NULL,
  source_vi text NOT NULL,
  source_en text NOT NULL,
  currency_on date NOT NULL,
  PRIMARY KEY (layer_code, revision_from)
);
COMMENT ON TABLE plan.layer_import IS
  'What a layer says of itself since an extract was imported. Kept apart from plan.layer, which the seed states anew.';
COMMENT ON COLUMN plan.layer_import.revision_from IS 'The revision that the import made; it holds until that of the next import.';
COMMENT ON COLUMN plan.layer_import.fills_layer IS
  'True: all content comes from imports, and this replaces what the layer said. False: it is added to it.';
