-- The changes of a set become versions: what they replace is closed at this revision, what remains of it on other
-- days is kept with its own provenance, and the new content holds on the days that the change names.

INSERT INTO plan.feature (layer_code, plan_code, code, version, created_revision)
SELECT
  change.layer_code,
  CASE WHEN layer.plan_scoped THEN change_set.plan_code END,
  change.code,
  0,
  @revision
FROM plan.change
JOIN plan.change_set ON change_set.id = change.change_set_id
JOIN plan.layer ON layer.code = change.layer_code
WHERE change.change_set_id = @change_set
  AND change.op = 'create'
ORDER BY change.position;

UPDATE plan.change
SET feature_id = feature.id
FROM plan.feature
WHERE change.change_set_id = @change_set
  AND change.op = 'create'
  AND feature.layer_code = change.layer_code
  AND feature.code = change.code
  AND feature.created_revision = @revision;

UPDATE plan.feature
SET version = feature.version + 1
FROM plan.change
WHERE change.change_set_id = @change_set
  AND change.feature_id = feature.id;

UPDATE plan.feature_version AS version
SET revision_to = @revision
FROM plan.change
WHERE change.change_set_id = @change_set
  AND change.op <> 'create'
  AND version.feature_id = change.feature_id
  AND version.revision_to IS NULL
  AND version.in_force && change.in_force;

-- What the change leaves standing before and after its days.
INSERT INTO plan.feature_version (
  feature_id, version, layer_code, plan_code, code, name_vi, name_en, attributes, geom, label_point, geometry_quality,
  geometry_source, sources, note, instrument_code, successor_id, area_m2, length_m, in_force, revision_from,
  recorded_at, recorded_by, change_set_id, change_op, search_text, search_key
)
SELECT
  closed.feature_id, closed.version, closed.layer_code, closed.plan_code, closed.code, closed.name_vi, closed.name_en,
  closed.attributes, closed.geom, closed.label_point, closed.geometry_quality, closed.geometry_source, closed.sources,
  closed.note, closed.instrument_code,
  CASE WHEN change.op = 'delete' THEN successor.id ELSE closed.successor_id END,
  closed.area_m2, closed.length_m, piece.days, @revision,
  closed.recorded_at, closed.recorded_by, closed.change_set_id, closed.change_op, closed.search_text, closed.search_key
FROM plan.change
JOIN plan.feature_version AS closed
  ON closed.feature_id = change.feature_id
  AND closed.revision_to = @revision
CROSS JOIN unnest(datemultirange(closed.in_force) - datemultirange(change.in_force)) AS piece (days)
LEFT JOIN plan.feature AS successor
  ON successor.plan_code IS NOT DISTINCT FROM closed.plan_code
  AND successor.layer_code || '/' || successor.code = CASE
    WHEN change.successor_code LIKE '%/%' THEN change.successor_code
    ELSE change.layer_code || '/' || change.successor_code
  END
WHERE change.change_set_id = @change_set;

-- The new content. Areas and lengths are planar on the VN-2000 / TM-3 105°45' grid; an indicative place is not measured.
INSERT INTO plan.feature_version (
  feature_id, version, layer_code, plan_code, code, name_vi, name_en, attributes, geom, label_point, geometry_quality,
  geometry_source, sources, note, instrument_code, successor_id, area_m2, length_m, in_force, revision_from,
  recorded_at, recorded_by, change_set_id, change_op, search_text, search_key
)
SELECT
  feature.id, feature.version, change.layer_code, feature.plan_code, change.code, change.name_vi, change.name_en,
  coalesce(change.attributes, '{}'), change.geom,
  CASE WHEN ST_Dimension(change.geom) = 2 THEN (ST_MaximumInscribedCircle(change.geom)).center END,
  change.geometry_quality, change.geometry_source, coalesce(change.sources, '[]'), change.note,
  coalesce(change.instrument_code, change_set.instrument_code), successor.id,
  CASE
    WHEN ST_Dimension(change.geom) = 2 AND change.geometry_quality <> 'indicative'
      THEN ST_Area(ST_Transform(change.geom, 9210))
  END,
  CASE
    WHEN ST_Dimension(change.geom) = 1 AND change.geometry_quality <> 'indicative'
      THEN ST_Length(ST_Transform(change.geom, 9210))
  END,
  own.days, @revision, @recorded_at, @recorded_by, change.change_set_id, change.op,
  change.search_text, change.search_key
FROM plan.change
JOIN plan.change_set ON change_set.id = change.change_set_id
JOIN plan.feature ON feature.id = change.feature_id
LEFT JOIN (
  SELECT period.position, range_agg(period.days) AS days
  FROM plan.change_period AS period
  WHERE period.change_set_id = @change_set
  GROUP BY period.position
) AS elsewhere ON elsewhere.position = change.position
CROSS JOIN unnest(datemultirange(change.in_force) - coalesce(elsewhere.days, '{}')) AS own (days)
LEFT JOIN plan.feature AS successor
  ON successor.plan_code IS NOT DISTINCT FROM feature.plan_code
  AND successor.layer_code || '/' || successor.code = CASE
    WHEN change.successor_code LIKE '%/%' THEN change.successor_code
    ELSE change.layer_code || '/' || change.successor_code
  END
WHERE change.change_set_id = @change_set
  AND change.op <> 'delete'
ORDER BY change.position;

-- Former contents that a change which takes another back restores on other days than its own content.
INSERT INTO plan.feature_version (
  feature_id, version, layer_code, plan_code, code, name_vi, name_en, attributes, geom, label_point, geometry_quality,
  geometry_source, sources, note, instrument_code, successor_id, area_m2, length_m, in_force, revision_from,
  recorded_at, recorded_by, change_set_id, change_op, search_text, search_key
)
SELECT
  feature.id, feature.version, was.layer_code, was.plan_code, was.code, was.name_vi, was.name_en, was.attributes, was.geom,
  was.label_point, was.geometry_quality, was.geometry_source, was.sources, was.note, was.instrument_code, was.successor_id,
  was.area_m2, was.length_m, period.days * change.in_force, @revision,
  @recorded_at, @recorded_by, change.change_set_id, change.op, was.search_text, was.search_key
FROM plan.change_period AS period
JOIN plan.change ON change.change_set_id = period.change_set_id AND change.position = period.position
JOIN plan.feature ON feature.id = change.feature_id
JOIN plan.feature_version AS was ON was.version_id = period.version_id
WHERE period.change_set_id = @change_set
  AND change.op <> 'delete'
  AND period.days && change.in_force
ORDER BY period.position, period.days;

INSERT INTO plan.layer_revision (layer_code, number)
SELECT DISTINCT change.layer_code, @revision::integer
FROM plan.change
WHERE change.change_set_id = @change_set;

INSERT INTO plan.layer_day (layer_code, day)
SELECT version.layer_code, limits.day
FROM plan.feature_version AS version
CROSS JOIN LATERAL (VALUES (lower(version.in_force)), (upper(version.in_force))) AS limits (day)
WHERE version.revision_from = @revision
  AND limits.day IS NOT NULL
GROUP BY version.layer_code, limits.day
ON CONFLICT DO NOTHING;

UPDATE plan.change_set
SET state = 'published', published_at = @recorded_at, published_by = @recorded_by
WHERE id = @change_set;
