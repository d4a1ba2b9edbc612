-- Every project, park, cluster, economic zone and transport work against what it meets today: zones, corridors, axes, land
-- use, and whatever its layer or the other's says must not meet. A meeting is a conflict only when both places are known;
-- with a symbol it is something to look at, never measured. What merely lies in a zone is a note.
--
-- expected: the land class that ground must have for a park or a cluster to stand on it by its own definition (national land
-- codes); other subjects stand on land of any class as far as a source says.
WITH expected (layer_code, land_class) AS (
  VALUES ('industrial-parks', 'SKK'), ('industrial-clusters', 'SKN')
),
subject AS MATERIALIZED (
  SELECT
    version.feature_id, version.layer_code, version.code, version.name_vi, version.name_en, version.geom,
    version.geometry_quality = 'indicative' AS is_indicative, layer.position, layer.name_vi AS layer_vi,
    layer.name_en AS layer_en, layer.must_not_cross, layer.may_overlap, layer.inside_province
  FROM plan.feature_version AS version
  JOIN plan.layer ON layer.code = version.layer_code
  WHERE version.layer_code IN ('projects', 'industrial-parks', 'industrial-clusters', 'economic-zones', 'transport')
    AND version.revision_to IS NULL
    AND version.in_force @> @day::date
    AND version.plan_code = @plan
    AND version.geom IS NOT NULL
    AND (@subject::text IS NULL OR version.layer_code = @subject)
),
meeting AS (
  SELECT
    subject.*,
    other.feature_id AS other_id,
    other.layer_code AS other_layer,
    other.code AS other_code,
    other.name_vi AS other_vi,
    other.name_en AS other_en,
    other_layer.name_vi AS other_layer_vi,
    other_layer.name_en AS other_layer_en,
    other.attributes ->> other_layer.land_class_attribute AS land_class,
    expected.land_class AS expected_class,
    subject.is_indicative OR other.geometry_quality = 'indicative' AS is_only_said,
    other.geom AS other_geom,
    CASE
      WHEN other.layer_code = subject.layer_code THEN 'overlap'
      WHEN other.layer_code = ANY (subject.must_not_cross) OR subject.layer_code = ANY (other_layer.must_not_cross) THEN 'forbidden'
      WHEN other_layer.land_class_attribute IS NOT NULL
        AND expected.land_class IS NOT NULL
        AND other.attributes ->> other_layer.land_class_attribute IS DISTINCT FROM expected.land_class THEN 'land'
      ELSE 'within'
    END AS kind
  FROM subject
  JOIN plan.feature_version AS other
    ON other.geom && subject.geom
    AND ST_Intersects(other.geom, subject.geom)
  JOIN plan.layer AS other_layer ON other_layer.code = other.layer_code
  LEFT JOIN expected ON expected.layer_code = subject.layer_code
  WHERE other.revision_to IS NULL
    AND other.in_force @> @day::date
    AND (other.plan_code IS NULL OR other.plan_code = @plan)
    AND other.feature_id <> subject.feature_id
    AND (
      other.layer_code IN ('socio-economic-zones', 'corridors', 'dynamic-axes')
      OR other_layer.land_class_attribute IS NOT NULL
      OR other.layer_code = ANY (subject.must_not_cross)
      OR subject.layer_code = ANY (other_layer.must_not_cross)
      -- Two of one layer meet once.
      OR (other.layer_code = subject.layer_code AND NOT subject.may_overlap AND other.feature_id > subject.feature_id)
    )
),
measured AS (
  SELECT
    meeting.*,
    CASE WHEN NOT is_only_said THEN ST_Intersection(geom, other_geom) END AS common
  FROM meeting
),
found AS (
  SELECT
    layer_code, layer_vi, layer_en, position, feature_id, code, name_vi, name_en, other_layer, other_layer_vi, other_layer_en,
    other_id, other_code, other_vi, other_en, kind, is_only_said, land_class, expected_class,
    CASE WHEN ST_Dimension(common) = 2 THEN ST_Area(ST_Transform(ST_CollectionExtract(common, 3), 9210)) END AS shared_m2,
    CASE WHEN ST_Dimension(common) = 1 THEN ST_Length(ST_Transform(ST_CollectionExtract(common, 2), 9210)) END AS shared_m,
    ST_Dimension(geom) = 2 AND ST_Dimension(other_geom) = 2 AS are_areas,
    ST_Envelope(coalesce(common, geom)) AS place
  FROM measured
  UNION ALL
  SELECT
    layer_code, layer_vi, layer_en, position, feature_id, code, name_vi, name_en, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, 'outside', is_indicative, NULL, NULL, NULL, NULL, false, ST_Envelope(geom)
  FROM subject
  WHERE inside_province
    AND NOT EXISTS (
      SELECT
      FROM plan.feature_version AS province
      WHERE province.layer_code = 'province'
        AND province.revision_to IS NULL
        AND ST_Intersects(province.geom, subject.geom)
    )
    AND EXISTS (SELECT FROM plan.feature_version AS province WHERE province.layer_code = 'province' AND province.revision_to IS NULL)
),
weighed AS (
  SELECT
    found.*,
    CASE
      WHEN kind = 'within' THEN 'note'
      WHEN is_only_said THEN 'look'
      ELSE 'conflict'
    END AS weight
  FROM found
  -- Edges that two areas share, and rounding along them, are no meeting.
  WHERE NOT (are_areas AND NOT is_only_said AND coalesce(shared_m2, 0) < 1)
)
SELECT
  layer_code, layer_vi, layer_en, feature_id, code, name_vi, name_en, other_layer, other_layer_vi, other_layer_en, other_id,
  other_code, other_vi, other_en, kind, weight, is_only_said, shared_m2, shared_m, land_class, expected_class,
  ST_XMin(place), ST_YMin(place), ST_XMax(place), ST_YMax(place),
  count(*) OVER () AS total
FROM weighed
WHERE (@weight::text IS NULL OR weight = @weight)
  AND (@other::text IS NULL OR other_layer = @other)
ORDER BY
  CASE weight WHEN 'conflict' THEN 1 WHEN 'look' THEN 2 ELSE 3 END,
  shared_m2 DESC NULLS LAST, position DESC, name_vi, code, other_code
LIMIT 300
