-- Everything that was ever known of a feature by a revision: both times, and the change set that brought it.
SELECT
  version.version_id,
  version.in_force,
  version.revision_from,
  version.revision_to,
  version.recorded_at,
  version.recorded_by,
  version.instrument_code,
  coalesce(instrument.number, version.instrument_code),
  version.name_vi,
  version.attributes::text,
  version.geometry_quality,
  version.area_m2,
  md5(ST_AsBinary(version.geom)) AS shape,
  revision.title_vi,
  revision.title_en,
  revision.change_set_id
FROM pub.feature_version AS version
LEFT JOIN pub.revision ON revision.change_set_id = version.change_set_id
LEFT JOIN pub.instrument ON instrument.code = version.instrument_code
WHERE version.layer_code = @layer
  AND version.feature_id = @id
  AND version.revision_from <= @revision
ORDER BY version.revision_from DESC, lower(version.in_force) DESC
LIMIT 100
