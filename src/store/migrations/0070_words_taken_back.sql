-- Since when a family member's reply is taken back that the student had answered: the letter stays, beside a mark.
ALTER TABLE reply ADD COLUMN withdrawn_at BIGINT;

-- A statement whose words grew from a voice that was taken back is asked about. When somebody said last that it stands all the
-- same; other wording answers the question too.
ALTER TABLE statement ADD COLUMN stands_at BIGINT;
