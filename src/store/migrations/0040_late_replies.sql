-- What a family member wanted to say back after the last day. It is nobody's but theirs, until it can be sent.
CREATE TABLE late_reply (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    starter TEXT NOT NULL,
    text TEXT NOT NULL,
    sound_id TEXT REFERENCES sound (id),
    transcript TEXT NOT NULL,
    language TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX late_reply_by_author ON late_reply (conference_id, author_id, made_at);
