-- Since when what somebody wrote with this client id is taken back: its letters are in no edit any more.
ALTER TABLE statement_pen ADD COLUMN blanked_at BIGINT;
CREATE INDEX statement_pen_by_person ON statement_pen (person_id);

-- The version with which a statement's edits begin, since words in it were taken back: what was made from an earlier one cannot
-- be told from what is gone.
ALTER TABLE statement ADD COLUMN edits_from BIGINT NOT NULL DEFAULT 0;
CREATE INDEX statement_by_copied ON statement (copied_from);

-- Since when an answer counts no longer, because words of what it answered were taken back.
ALTER TABLE affirmation ADD COLUMN lapsed_at BIGINT;
