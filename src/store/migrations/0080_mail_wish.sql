-- Where somebody of a family may be written to, and how often: mail says that there is something new, never what.
CREATE TABLE mail_wish (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    address TEXT NOT NULL,
    -- Who gave it: one that its owner did not give is written to only once they said, signed in, that it is theirs.
    given_by TEXT NOT NULL REFERENCES person (id),
    confirmed_at BIGINT,
    -- A word of `DigestOften`.
    often TEXT NOT NULL,
    -- 1 where the times they choose come by mail, for their calendar.
    sends_times BIGINT NOT NULL,
    version BIGINT NOT NULL,
    -- When the last digest was taken on by a server that sends it.
    sent_at BIGINT
);
