-- Features of a published change set that later publications touched too: taking it back conflicts with them.
SELECT DISTINCT change.layer_code, change.code, change.feature_id, coalesce(change.name_vi, change.code), later.number
FROM plan.change
JOIN plan.revision ON revision.change_set_id = change.change_set_id
JOIN plan.change AS other ON other.feature_id = change.feature_id
JOIN plan.revision AS later ON later.change_set_id = other.change_set_id AND later.number > revision.number
WHERE change.change_set_id = $1
ORDER BY later.number, change.layer_code, change.code
LIMIT 100
