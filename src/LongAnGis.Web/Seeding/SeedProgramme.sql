-- What the programme stands on: who carries on an agency's duties, which district a committee governs, the groups of tasks.
UPDATE plan.agency
SET successor_code = nullif(row.successor_code, ''), area_code = nullif(row.area_code, '')
FROM jsonb_to_recordset(@agencies) AS row (code text, successor_code text, area_code text)
WHERE agency.code = row.code
  AND (agency.successor_code, agency.area_code) IS DISTINCT FROM (nullif(row.successor_code, ''), nullif(row.area_code, ''));

INSERT INTO plan.task_group AS kept (code, plan_code, position, name_vi, name_en)
SELECT code, plan_code, position::integer, name_vi, name_en
FROM jsonb_to_recordset(@groups) AS row (code text, plan_code text, position text, name_vi text, name_en text)
ON CONFLICT (code) DO UPDATE
SET plan_code = excluded.plan_code, position = excluded.position, name_vi = excluded.name_vi, name_en = excluded.name_en
WHERE kept IS DISTINCT FROM excluded;
