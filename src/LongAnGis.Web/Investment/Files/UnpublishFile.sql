-- Takes a document or photo away from what is published, and its file where no other has the same.
WITH gone AS (
  DELETE FROM pub.site_document
  WHERE id = @document
  RETURNING id, sha256
)
DELETE FROM pub.site_file AS file
USING gone
WHERE file.sha256 = gone.sha256
  AND NOT EXISTS (SELECT FROM pub.site_document AS other WHERE other.sha256 = gone.sha256 AND other.id <> gone.id)
