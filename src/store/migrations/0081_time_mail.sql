-- What calendars were told by mail: of each choice and whoever came with it, the last word.
CREATE TABLE time_mail (
    choice_id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    sequence BIGINT NOT NULL,
    -- 1 where it was told that it will not be.
    is_off BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (choice_id, person_id)
);
