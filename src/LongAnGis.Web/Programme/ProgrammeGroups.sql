-- The groups of a plan's programme, in its order.
SELECT code, position, name_vi, name_en
FROM pub.task_group
WHERE plan_code = @plan
ORDER BY position, code
