-- Rights on the database itself, which neither a dump nor a copy of it carries along: stated at every start.
DO $rights$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$rights$;
