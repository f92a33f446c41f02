-- What a school calls a section: JSON, a name for each language in which it has one of its own.
CREATE TABLE school_section (
    school_id TEXT NOT NULL REFERENCES school (id),
    section TEXT NOT NULL,
    names TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (school_id, section)
);

-- One of our prompts that a school does not ask.
CREATE TABLE prompt_put_away (
    school_id TEXT NOT NULL REFERENCES school (id),
    prompt TEXT NOT NULL,
    PRIMARY KEY (school_id, prompt)
);

-- A school's own prompt. It is put away and never deleted: somebody may have answered it.
CREATE TABLE school_prompt (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    section TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- The wording that is asked now.
    version BIGINT NOT NULL,
    put_away_at BIGINT
);
CREATE INDEX school_prompt_by_school ON school_prompt (school_id, section, position);

-- Each wording it ever had: JSON, for each voice it asks, in each language. Nothing here ever changes, so that an answer
-- keeps its question.
CREATE TABLE school_prompt_wording (
    prompt_id TEXT NOT NULL REFERENCES school_prompt (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    version BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (prompt_id, version)
);
CREATE INDEX school_prompt_wording_by_school ON school_prompt_wording (school_id);

-- Which of them a contribution answers, as it was worded then.
ALTER TABLE contribution ADD COLUMN school_prompt_id TEXT REFERENCES school_prompt (id);
ALTER TABLE contribution ADD COLUMN school_prompt_version BIGINT;

-- Goes up when a school names a section or words its prompts differently: whoever keeps them in memory knows by it whether
-- they still hold.
ALTER TABLE school ADD COLUMN words_version BIGINT NOT NULL DEFAULT 0;
