-- The change set that a token's unnamed writes go to, as long as it may be edited; the token is held meanwhile.
SELECT CASE WHEN change_set.state IN ('draft', 'returned') THEN change_set.id END
FROM plan.api_token AS token
LEFT JOIN plan.change_set ON change_set.id = token.change_set_id
WHERE token.id = $1
FOR UPDATE OF token
