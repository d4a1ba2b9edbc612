-- Which layers rest on an instrument at a moment, as a whole or by how many of their features.
SELECT
  layer.code,
  layer.name_vi,
  layer.name_en,
  layer.legal_basis IS NOT DISTINCT FROM @instrument AS is_legal_basis,
  coalesce(citing.features, 0) AS features
FROM pub.layer
LEFT JOIN (
  SELECT layer_code, count(*) AS features
  FROM pub.feature_version
  WHERE instrument_code = @instrument
    AND (plan_code IS NULL OR plan_code = @plan)
    AND revision_from <= @revision
    AND (revision_to IS NULL OR revision_to > @revision)
    AND in_force @> @day
  GROUP BY layer_code
) AS citing ON citing.layer_code = layer.code
WHERE layer.legal_basis = @instrument
  OR citing.features > 0
ORDER BY layer.position DESC
