-- For a slip of the finger: the name that comes closest to the query when none holds all its words.
-- The trigram index answers %>; its threshold is pg_trgm.word_similarity_threshold, 0.6 unless the server says otherwise.
-- The query is compared without the tail of search_text being penalised, which is what word similarity is for.
SELECT version.name_vi
FROM pub.feature_version AS version
WHERE version.search_text %> @folded
  AND version.revision_from <= @revision
  AND (version.revision_to IS NULL OR version.revision_to > @revision)
  AND (version.plan_code IS NULL OR version.plan_code = @plan)
ORDER BY
  version.search_text <->> @folded,
  version.in_force @> @day::date DESC,
  length(version.name_vi),
  version.feature_id
LIMIT 1
