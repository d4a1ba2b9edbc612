-- The statement that makes the role of public reading ($1) able to log in with its password ($2).
SELECT CASE
    WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = $1)
    THEN format('ALTER ROLE %I LOGIN PASSWORD %L', $1::text, $2::text)
    ELSE format('CREATE ROLE %I LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L', $1::text, $2::text)
END
