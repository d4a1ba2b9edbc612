-- All that was ever sent about a site, the newest first, with the last step that was taken.
SELECT
  document.id,
  document.kind,
  document.sha256,
  document.name,
  length(file.content) AS size,
  document.width,
  document.height,
  document.caption_vi,
  document.caption_en,
  document.alternative_vi,
  document.alternative_en,
  document.day,
  document.source,
  document.filed_for,
  document.filed_at,
  document.filed_by,
  filer.display_name,
  step.step,
  step.note,
  step.taken_at,
  taker.display_name
FROM plan.site_document AS document
JOIN plan.site_file AS file ON file.sha256 = document.sha256
JOIN plan.account AS filer ON filer.id = document.filed_by
LEFT JOIN LATERAL (
  SELECT *
  FROM plan.site_document_step
  WHERE site_document_step.document_id = document.id
  ORDER BY site_document_step.taken_at DESC, site_document_step.step DESC
  LIMIT 1
) AS step ON true
LEFT JOIN plan.account AS taker ON taker.id = step.taken_by
WHERE document.feature_id = @feature
ORDER BY document.filed_at DESC, document.id
