-- Documents and photos of parks, clusters, zones and projects: sent by the responsible agency, shown once somebody else has
-- approved them. Nothing is altered; what is to go is withdrawn, with a reason.

CREATE TABLE plan.site_file (
  sha256 bytea PRIMARY KEY,
  media_type text NOT NULL,
  content bytea NOT NULL,
  CHECK (sha256 = pg_catalog.sha256(content))
);
COMMENT ON TABLE plan.site_file IS 'Files by what is in them: the same file is kept once, however often it is sent.';
COMMENT ON COLUMN plan.site_file.sha256 IS 'SHA-256 of the content.';
COMMENT ON COLUMN plan.site_file.media_type IS 'What its content was recognised as, not what its sender said.';
COMMENT ON COLUMN plan.site_file.content IS 'A photo is drawn anew before it is kept, without what the camera wrote beside it (place, time, owner).';
ALTER TABLE plan.site_file ALTER content SET STORAGE EXTERNAL;

CREATE TABLE plan.site_document (
  id uuid PRIMARY KEY,
  feature_id bigint NOT NULL REFERENCES plan.feature,
  kind text NOT NULL CHECK (kind IN ('photo', 'document')),
  sha256 bytea NOT NULL REFERENCES plan.site_file,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 150),
  width integer CHECK (width > 0),
  height integer CHECK (height > 0),
  caption_vi text NOT NULL CHECK (length(caption_vi) BETWEEN 1 AND 300),
  caption_en text CHECK (length(caption_en) BETWEEN 1 AND 300),
  alternative_vi text CHECK (length(alternative_vi) BETWEEN 1 AND 500),
  alternative_en text CHECK (length(alternative_en) BETWEEN 1 AND 500),
  day date NOT NULL,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  filed_for text NOT NULL REFERENCES plan.agency,
  filed_at timestamptz NOT NULL,
  filed_by uuid NOT NULL REFERENCES plan.account,
  CHECK ((kind = 'photo') = (alternative_vi IS NOT NULL)),
  CHECK ((kind = 'photo') = (width IS NOT NULL AND height IS NOT NULL))
);
CREATE INDEX site_document_of ON plan.site_document (feature_id, filed_at);
COMMENT ON TABLE plan.site_document IS 'A document or photo of a site (tài liệu, hình ảnh), as an officer of the responsible agency sent it.';
COMMENT ON COLUMN plan.site_document.feature_id IS 'The park, cluster, zone or project: a feature, for life.';
COMMENT ON COLUMN plan.site_document.name IS 'The name that the file had, without folders and control characters; never a path on the server.';
COMMENT ON COLUMN plan.site_document.width IS 'Of a photo, in pixels, upright; so is height.';
COMMENT ON COLUMN plan.site_document.alternative_vi IS 'What a photo shows, for those who do not see it.';
COMMENT ON COLUMN plan.site_document.day IS 'The day on which the photo was taken or the document was issued.';
COMMENT ON COLUMN plan.site_document.source IS 'Who took the photo, or who issued the document.';
COMMENT ON COLUMN plan.site_document.filed_for IS 'The agency that was responsible when it was sent.';

CREATE TABLE plan.site_document_step (
  document_id uuid NOT NULL REFERENCES plan.site_document,
  step text NOT NULL CHECK (step IN ('approved', 'returned', 'withdrawn')),
  note text CHECK (length(note) BETWEEN 1 AND 2000),
  taken_at timestamptz NOT NULL,
  taken_by uuid NOT NULL REFERENCES plan.account,
  PRIMARY KEY (document_id, step),
  CHECK (step = 'approved' OR note IS NOT NULL)
);
COMMENT ON TABLE plan.site_document_step IS 'What was decided about it: approved and so published, returned, or withdrawn.';
COMMENT ON COLUMN plan.site_document_step.note IS 'Why it was returned or withdrawn.';

CREATE TABLE pub.site_file (
  sha256 bytea PRIMARY KEY,
  media_type text NOT NULL,
  content bytea NOT NULL
);
COMMENT ON TABLE pub.site_file IS 'The files of what is published in pub.site_document.';
ALTER TABLE pub.site_file ALTER content SET STORAGE EXTERNAL;

CREATE TABLE pub.site_document (
  id uuid PRIMARY KEY,
  feature_id bigint NOT NULL,
  kind text NOT NULL,
  sha256 bytea NOT NULL REFERENCES pub.site_file,
  name text NOT NULL,
  size integer NOT NULL,
  width integer,
  height integer,
  caption_vi text NOT NULL,
  caption_en text,
  alternative_vi text,
  alternative_en text,
  day date NOT NULL,
  source text NOT NULL,
  approved_at timestamptz NOT NULL
);
CREATE INDEX site_document_of ON pub.site_document (feature_id, day DESC);
CREATE INDEX site_document_file ON pub.site_document (sha256);
COMMENT ON TABLE pub.site_document IS 'What the public may see of documents and photos: those that were approved and not withdrawn, and not who sent them.';
COMMENT ON COLUMN pub.site_document.size IS 'In bytes.';
GRANT SELECT ON pub.site_file, pub.site_document TO longan_public;

CREATE TRIGGER site_file_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.site_file
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER site_document_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.site_document
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
CREATE TRIGGER site_document_step_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.site_document_step
FOR EACH STATEMENT EXECUTE FUNCTION plan.refuse_rewriting();
