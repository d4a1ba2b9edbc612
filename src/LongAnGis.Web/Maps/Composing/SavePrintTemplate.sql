-- Saves a map on paper by name; what had the name before is replaced. Nobody keeps more than so many.
INSERT INTO plan.print_template (account_id, name, query, saved_at)
SELECT @account, @name, @query, @now
WHERE (SELECT count(*) FROM plan.print_template WHERE account_id = @account AND name <> @name) < @most
ON CONFLICT (account_id, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at
