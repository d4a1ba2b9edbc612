-- Keeps what people write in a composed report that has not gone out, and lets it go out where they say so.
UPDATE plan.composed_report
SET
  texts = @texts,
  revision = revision + 1,
  saved_at = @now::timestamptz,
  saved_by = @person::uuid,
  issued_at = CASE WHEN @issues::boolean THEN @now::timestamptz END,
  issued_by = CASE WHEN @issues::boolean THEN @person::uuid END
WHERE id = @id
  AND revision = @base
  AND issued_at IS NULL
RETURNING revision
