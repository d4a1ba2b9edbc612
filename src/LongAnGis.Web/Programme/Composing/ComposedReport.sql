-- A composed report without its figures, which are large and never change.
SELECT
  report.id, report.period, report.scope, report.version, report.composed_at, composer.display_name, report.texts::text, report.revision,
  report.issued_at, issuer.display_name
FROM plan.composed_report AS report
JOIN plan.account AS composer ON composer.id = report.composed_by
LEFT JOIN plan.account AS issuer ON issuer.id = report.issued_by
WHERE report.id = @id
