-- Keeps what an investor asks. The same form sent again is the enquiry that is there already.
INSERT INTO plan.enquiry (
  layer_code, feature_id, site_name, agency_code, language, sender, organisation, contact, message, is_suspect, digest, sent_at
)
VALUES (@layer, @feature, @site, @agency, @language, @sender, @organisation, @contact, @message, @suspect, @digest, @at)
ON CONFLICT (digest) DO NOTHING
RETURNING id
