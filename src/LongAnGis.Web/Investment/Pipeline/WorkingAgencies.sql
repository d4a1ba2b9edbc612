-- Every agency of the register with the one that does its work today: the end of its chain of successors.
WITH RECURSIVE chain AS (
  SELECT agency.code AS asked, agency.code, agency.successor_code, 1 AS step
  FROM plan.agency
  UNION ALL
  SELECT chain.asked, agency.code, agency.successor_code, chain.step + 1
  FROM chain
  JOIN plan.agency ON agency.code = chain.successor_code
  WHERE chain.step < 10
)
SELECT DISTINCT ON (chain.asked) chain.asked, agency.code, agency.name_vi, agency.name_en
FROM chain
JOIN plan.agency ON agency.code = chain.code
ORDER BY chain.asked, chain.step DESC
