-- The districts that tasks are given to, by name. They ended on 30 June 2025; programmes made before still speak of them.
SELECT code, name_vi, name_en
FROM pub.region
WHERE kind = 'district'
ORDER BY code
