-- Why warnings of this set may stand.
SELECT finding, reason
FROM plan.finding_reason
WHERE change_set_id = @change_set
