-- The documents and photos of a site that are published, the newest first.
SELECT id, kind, sha256, name, size, width, height, caption_vi, caption_en, alternative_vi, alternative_en, day, source
FROM pub.site_document
WHERE feature_id = @feature
ORDER BY day DESC, approved_at DESC, id
