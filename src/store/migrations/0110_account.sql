-- What somebody sees of where they are signed in: the kind of device (nothing finer), and about when it was used last.
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE session ADD COLUMN used_at BIGINT;
-- When a password or a second step was typed in it last: what opens doors for others asks again after a while.
ALTER TABLE session ADD COLUMN confirmed_at BIGINT;

-- When they said themselves which languages they read: from then on no table changes it.
ALTER TABLE person ADD COLUMN languages_at BIGINT;

-- That a way in was changed, until its person has seen it.
CREATE TABLE account_notice (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    what TEXT NOT NULL,
    -- Who did it, where that is somebody else of the school.
    by_person TEXT REFERENCES person (id),
    -- The kind of device, where it is about one.
    kind TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX account_notice_by_person ON account_notice (person_id, at);

-- What the QR code of a slip opens, kept like a link: it stands on the slip and nowhere else.
ALTER TABLE sign_in_code ADD COLUMN card_hash TEXT;
CREATE INDEX sign_in_code_by_card ON sign_in_code (card_hash);
