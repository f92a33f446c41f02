-- How somebody who reads a language at home would say a sentence of the pages.
CREATE TABLE word_suggestion (
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    language TEXT NOT NULL,
    -- Which sentence: its key in the files of words.
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, language, key, person_id)
);
CREATE INDEX word_suggestion_by_person ON word_suggestion (person_id);
