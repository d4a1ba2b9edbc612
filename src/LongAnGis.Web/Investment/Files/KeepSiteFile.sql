-- Keeps a document or photo; its file only where it is not there yet.
WITH file AS (
  INSERT INTO plan.site_file (sha256, media_type, content)
  VALUES (sha256(@content), @media_type, @content)
  ON CONFLICT (sha256) DO NOTHING
)
INSERT INTO plan.site_document (
  id, feature_id, kind, sha256, name, width, height, caption_vi, caption_en, alternative_vi, alternative_en, day, source, filed_for, filed_at, filed_by
)
VALUES (
  @id, @feature, @kind, sha256(@content), @name, @width, @height, @caption_vi, @caption_en, @alternative_vi, @alternative_en, @day, @source,
  @filed_for, @now, @person
)
