-- A role for those who keep the action programme for the whole province.
ALTER TABLE plan.account DROP CONSTRAINT account_roles_check;
ALTER TABLE plan.account ADD CONSTRAINT account_roles_check
  CHECK (roles <@ ARRAY['planner', 'reviewer', 'officer', 'leader', 'desk', 'admin']);
