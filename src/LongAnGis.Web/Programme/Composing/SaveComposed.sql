-- Keeps what people write in a composed report that has not gone out, and lets it go out where they say so.
UPDATE plan.composed_report
SET
  texts = @texts,
  revision = revision + 1,
  saved_at = @now,
  saved_by = @person,
  issued_at = CASE WHEN @issues THEN @now END,
  issued_by = CASE WHEN @issues THEN @person END
WHERE id = @id
  AND revision = @base
  AND issued_at IS NULL
RETURNING revision
