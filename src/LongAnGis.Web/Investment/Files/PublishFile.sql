-- Publishes an approved document or photo with its file.
WITH document AS (
  SELECT document.*, file.media_type, file.content
  FROM plan.site_document AS document
  JOIN plan.site_file AS file ON file.sha256 = document.sha256
  WHERE document.id = @document
),
file AS (
  INSERT INTO pub.site_file (sha256, media_type, content)
  SELECT sha256, media_type, content
  FROM document
  ON CONFLICT (sha256) DO NOTHING
)
INSERT INTO pub.site_document (
  id, feature_id, kind, sha256, name, size, width, height, caption_vi, caption_en, alternative_vi, alternative_en, day, source, approved_at
)
SELECT
  id, feature_id, kind, sha256, name, length(content), width, height, caption_vi, caption_en, alternative_vi, alternative_en, day, source, @now::timestamptz
FROM document
