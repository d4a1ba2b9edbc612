-- A step that was taken: the state it leads to, what it brought along, and its line in the history.
UPDATE plan.change_set
SET
  state = @state,
  version = version + 1,
  updated_at = @at,
  submitted_at = CASE WHEN @step = 'submit' THEN @at ELSE submitted_at END,
  approval_number = CASE WHEN @step = 'approve' THEN @number::text WHEN @step IN ('return', 'reopen') THEN NULL ELSE approval_number END,
  approval_date = CASE WHEN @step = 'approve' THEN @date::date WHEN @step IN ('return', 'reopen') THEN NULL ELSE approval_date END,
  approval_signer = CASE WHEN @step = 'approve' THEN @signer::text WHEN @step IN ('return', 'reopen') THEN NULL ELSE approval_signer END
WHERE id = @id;

INSERT INTO plan.change_set_step (change_set_id, at, account_id, actor, step, state_before, state_after, note, detail)
SELECT
  change_set.id, @at, @by, @actor, @step, @state_before, @state, @note::text,
  jsonb_strip_nulls(jsonb_build_object(
    'version', change_set.version,
    'number', CASE WHEN @step = 'approve' THEN @number::text END,
    'date', CASE WHEN @step = 'approve' THEN @date::date END,
    'signer', CASE WHEN @step = 'approve' THEN @signer::text END,
    'revision', @revision::integer
  ))
FROM plan.change_set
WHERE change_set.id = @id;

-- What a publication rests on is public from then on.
UPDATE plan.instrument
SET is_public = true
WHERE @step = 'publish'
  AND NOT is_public
  AND (
    code = (SELECT instrument_code FROM plan.change_set WHERE id = @id)
    OR code IN (SELECT instrument_code FROM plan.change WHERE change_set_id = @id)
  );
