-- The numbers by which targets are judged, as an edition knew them.
SELECT exceeded_from_percent, risk_from_percent, band_percent, share_band_points, maintain_percent
FROM pub.verdict_setting
WHERE edition_from <= $1
ORDER BY edition_from DESC
LIMIT 1
