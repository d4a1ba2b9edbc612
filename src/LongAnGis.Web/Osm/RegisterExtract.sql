-- The extract as the instrument that its features rest on. It stays as it was first registered: history cites it.
INSERT INTO plan.instrument (code, number, kind, title_vi, title_en, issuer_vi, issuer_en, issued_on, url, note)
VALUES (
  @code, @number, 'dataset', 'Bản trích OpenStreetMap', 'OpenStreetMap extract', 'Cộng đồng OpenStreetMap',
  'OpenStreetMap contributors', @taken_on, 'https://www.openstreetmap.org/copyright', @note
)
ON CONFLICT (code) DO NOTHING
