-- People the student lets see a section that is closed to others like them.
CREATE TABLE section_chosen (
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    section TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (definition_id, section, person_id)
);
