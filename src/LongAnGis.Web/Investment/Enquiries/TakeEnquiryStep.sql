-- Says what became of an enquiry.
INSERT INTO plan.enquiry_step (enquiry_id, state, note, taken_at, taken_by)
VALUES (@enquiry, @state, @note, @at, @person)
