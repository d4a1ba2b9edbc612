-- How often somebody guessed: at this name since it last succeeded, and from this address in the last ten minutes.
SELECT
  (SELECT count(*) FROM plan.sign_in_attempt
   WHERE user_name = $1 AND NOT succeeded AND at > $3::timestamptz - interval '1 day'
     AND at > coalesce((SELECT max(at) FROM plan.sign_in_attempt WHERE user_name = $1 AND succeeded), '-infinity')) AS of_name,
  (SELECT max(at) FROM plan.sign_in_attempt
   WHERE user_name = $1 AND NOT succeeded AND at > $3::timestamptz - interval '1 day') AS last_of_name,
  (SELECT count(*) FILTER (WHERE NOT succeeded) FROM plan.sign_in_attempt
   WHERE address = $2::inet AND at > $3::timestamptz - interval '10 minutes') AS from_address,
  (SELECT min(at) FROM plan.sign_in_attempt
   WHERE address = $2::inet AND NOT succeeded AND at > $3::timestamptz - interval '10 minutes') AS first_from_address
