-- Sites with documents or photos that nobody has decided about, and the agency each was sent for.
SELECT document.feature_id, feature.layer_code, feature.code, document.filed_for, count(*)
FROM plan.site_document AS document
JOIN plan.feature ON feature.id = document.feature_id
WHERE NOT EXISTS (SELECT FROM plan.site_document_step AS step WHERE step.document_id = document.id)
GROUP BY document.feature_id, feature.layer_code, feature.code, document.filed_for
ORDER BY feature.layer_code, feature.code
LIMIT 100
