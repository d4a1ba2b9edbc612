-- Composed reports, the newest first.
SELECT
  report.id, report.period, report.scope, report.version, report.composed_at, composer.display_name, '{}' AS texts, report.revision,
  report.issued_at, issuer.display_name, report.figures #>> '{Scope,Vi}', report.figures #>> '{Scope,En}'
FROM plan.composed_report AS report
JOIN plan.account AS composer ON composer.id = report.composed_by
LEFT JOIN plan.account AS issuer ON issuer.id = report.issued_by
ORDER BY report.composed_at DESC, report.id
LIMIT 200
