-- Features as people name them, by layer and code, in the order of the ids.
SELECT feature.layer_code || '/' || feature.code
FROM unnest(@ids::bigint[]) WITH ORDINALITY AS named (id, place)
JOIN plan.feature ON feature.id = named.id
ORDER BY named.place
