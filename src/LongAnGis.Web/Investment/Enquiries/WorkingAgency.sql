-- The agency that does today what this one did: the end of the chain of successors. No row when the register has no such agency.
WITH RECURSIVE chain AS (
  SELECT agency.code, agency.name_vi, agency.name_en, agency.successor_code, 1 AS step
  FROM pub.agency
  WHERE agency.code = @agency
  UNION ALL
  SELECT agency.code, agency.name_vi, agency.name_en, agency.successor_code, chain.step + 1
  FROM chain
  JOIN pub.agency ON agency.code = chain.successor_code
  WHERE chain.step < 10
)
SELECT code, name_vi, name_en
FROM chain
ORDER BY step DESC
LIMIT 1
