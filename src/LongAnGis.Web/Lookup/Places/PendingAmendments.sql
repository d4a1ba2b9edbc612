-- What amendments of the plan that are open for comment would change at a place, the amendment that opened last first.
SELECT change_set_id, title_vi, title_en, opened_at, in_force_from, operation, layer_code, name_vi, name_en
FROM pub.open_changes(@place::geometry)
WHERE plan_code IS NULL OR plan_code = @plan
ORDER BY opened_at DESC NULLS LAST, change_set_id, change_position
