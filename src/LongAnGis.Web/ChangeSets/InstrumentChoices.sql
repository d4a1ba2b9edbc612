-- Instruments that somebody may name in a change set: the public ones, and those entered for their own change sets.
SELECT instrument.code, instrument.number, instrument.title_vi, instrument.title_en
FROM plan.instrument
WHERE instrument.is_public
  OR EXISTS (
    SELECT FROM plan.change_set
    LEFT JOIN plan.change_set_member AS member
      ON member.change_set_id = change_set.id AND member.account_id = $1::uuid
    WHERE change_set.instrument_code = instrument.code
      AND (change_set.author_id = $1::uuid OR member.account_id IS NOT NULL)
  )
ORDER BY instrument.issued_on DESC NULLS LAST, instrument.number
