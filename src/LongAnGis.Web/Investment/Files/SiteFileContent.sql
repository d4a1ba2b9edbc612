-- A file of a site as it was kept, published or not.
SELECT document.name, document.kind, file.media_type, file.content
FROM plan.site_document AS document
JOIN plan.site_file AS file ON file.sha256 = document.sha256
WHERE document.id = @document
  AND document.feature_id = @feature
