-- Administrative units with their validity, each pointing to the feature that holds its boundary, and how old units
-- carry on into new ones. Runs before the features are published, for figures, and after, for boundaries.

INSERT INTO plan.area AS kept (code, kind, name_vi, name_en, full_name_vi, parent_code, valid, feature_id, note)
SELECT row.code, row.kind, row.name_vi, nullif(row.name_en, ''), row.full_name_vi, nullif(row.parent_code, ''),
       daterange(nullif(row.valid_from, '')::date, nullif(row.valid_to, '')::date), feature.id, nullif(row.note, '')
FROM jsonb_to_recordset(@areas) AS row (
  code text, kind text, name_vi text, name_en text, full_name_vi text, parent_code text, valid_from text,
  valid_to text, feature_layer text, feature_code text, note text
)
LEFT JOIN plan.feature ON feature.layer_code = row.feature_layer AND feature.code = row.feature_code
ON CONFLICT (code) DO UPDATE
SET kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en, full_name_vi = excluded.full_name_vi,
    parent_code = excluded.parent_code, valid = excluded.valid, feature_id = excluded.feature_id, note = excluded.note
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.crosswalk AS kept (old_code, new_code, extent, method, area_share, note, level)
SELECT row.old_code, row.new_code, row.extent, row.method, nullif(row.area_share, '')::double precision, nullif(row.note, ''),
       CASE old.kind WHEN 'province' THEN 'province' ELSE 'commune' END
FROM jsonb_to_recordset(@crosswalk) AS row (
  old_code text, new_code text, extent text, method text, area_share text, note text
)
JOIN plan.area AS old ON old.code = row.old_code
ON CONFLICT (old_code, new_code) DO UPDATE
SET extent = excluded.extent, method = excluded.method, area_share = excluded.area_share, note = excluded.note,
    level = excluded.level
WHERE kept IS DISTINCT FROM excluded;

INSERT INTO plan.crosswalk AS kept (old_code, new_code, extent, method, area_share, share_of_new, level)
SELECT district_code, commune_code, CASE share_of_district::double precision WHEN 1 THEN 'whole' ELSE 'part' END, method,
       share_of_district::double precision, share_of_commune::double precision, 'district'
FROM jsonb_to_recordset(@district_shares) AS row (
  commune_code text, district_code text, share_of_commune text, share_of_district text, method text
)
ON CONFLICT (old_code, new_code) DO UPDATE
SET extent = excluded.extent, method = excluded.method, area_share = excluded.area_share,
    share_of_new = excluded.share_of_new, level = excluded.level
WHERE kept IS DISTINCT FROM excluded;

-- What the plan allots of each class of land, to the province or to one of the areas above.
INSERT INTO plan.land_quota AS kept (
  plan_code, land_class, area_code, year, hectares, hectares_to, name_vi, name_en, kind, source_url, note
)
SELECT plan_code, land_class, nullif(area_code, ''), year::integer, hectares::double precision,
       nullif(hectares_to, '')::double precision, name_vi, name_en, kind, nullif(source_url, ''), nullif(note, '')
FROM jsonb_to_recordset(@quotas) AS row (
  plan_code text, land_class text, area_code text, year text, hectares text, hectares_to text, name_vi text,
  name_en text, kind text, source_url text, note text
)
ON CONFLICT (plan_code, land_class, area_code, year) DO UPDATE
SET hectares = excluded.hectares, hectares_to = excluded.hectares_to, name_vi = excluded.name_vi,
    name_en = excluded.name_en, kind = excluded.kind, source_url = excluded.source_url, note = excluded.note
WHERE kept IS DISTINCT FROM excluded;
