-- What a school keeps of a person beside their name, so that it can be put right by hand.
ALTER TABLE person ADD COLUMN email TEXT;
ALTER TABLE person ADD COLUMN phone TEXT;
ALTER TABLE person ADD COLUMN card_version BIGINT NOT NULL DEFAULT 0;
-- The name and the username as they are looked for: small letters without accents. Filled in as the program starts.
ALTER TABLE person ADD COLUMN find_as TEXT;
CREATE INDEX person_find_as ON person (school_id, find_as);

-- What somebody set by hand about a person: a table that is brought in later leaves it as it is.
CREATE TABLE set_by_hand (
    person_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    -- A word of `ByHand`.
    what TEXT NOT NULL,
    -- The student or the advisory it is about; empty where it is about the person alone.
    about TEXT NOT NULL,
    set_by TEXT NOT NULL REFERENCES person (id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, what, about)
);
CREATE INDEX set_by_hand_by_school ON set_by_hand (school_id);

-- A tie between a student and somebody of the family that was ended.
CREATE TABLE kinship_ended (
    student_id TEXT NOT NULL REFERENCES person (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    -- The kinship, in the family's words, as it was.
    words TEXT NOT NULL,
    -- 1 where they may have no contact: the lead alone ties them again.
    no_contact BIGINT NOT NULL,
    ended_by TEXT NOT NULL REFERENCES person (id),
    ended_at BIGINT NOT NULL,
    PRIMARY KEY (student_id, person_id)
);
CREATE INDEX kinship_ended_by_person ON kinship_ended (person_id);
