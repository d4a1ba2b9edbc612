-- A published file by what is in it, with the name that it was published under last.
SELECT document.name, document.kind, file.media_type, file.content
FROM pub.site_file AS file
JOIN pub.site_document AS document ON document.sha256 = file.sha256
WHERE file.sha256 = @digest
ORDER BY document.approved_at DESC
LIMIT 1
