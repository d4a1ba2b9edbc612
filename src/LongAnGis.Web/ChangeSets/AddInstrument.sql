-- An instrument that the register lacks. It stays with its change set until that is published.
INSERT INTO plan.instrument (code, number, kind, title_vi, title_en, issuer_vi, issued_on, is_public)
VALUES ($1, $2, $3, $4, $5, $6, $7, false)
ON CONFLICT (code) DO NOTHING
