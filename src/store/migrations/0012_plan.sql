-- How long a conference is meant to be, in one language; 1 where an interpreter says everything once more.
ALTER TABLE conference ADD COLUMN minutes BIGINT NOT NULL DEFAULT 25;
ALTER TABLE conference ADD COLUMN interpreter BIGINT NOT NULL DEFAULT 0;
-- 1 while the student asks those of the same advisory what they think of the plan.
ALTER TABLE conference ADD COLUMN asks_classmates BIGINT NOT NULL DEFAULT 0;
-- Raised with every change of who does what.
ALTER TABLE conference ADD COLUMN duties_version BIGINT NOT NULL DEFAULT 1;

ALTER TABLE moment ADD COLUMN others_do TEXT NOT NULL DEFAULT '';
-- Words with spaces between them.
ALTER TABLE moment ADD COLUMN supports TEXT NOT NULL DEFAULT '';
ALTER TABLE moment ADD COLUMN co_speaker TEXT NOT NULL DEFAULT '';
-- A recorded opening, and what is said in it.
ALTER TABLE moment ADD COLUMN opening_id TEXT REFERENCES sound (id);
ALTER TABLE moment ADD COLUMN opening_words TEXT NOT NULL DEFAULT '';
CREATE INDEX moment_by_opening ON moment (opening_id);

-- Which passage or picture of a work a moment shows.
ALTER TABLE moment_work ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE moment_work ADD COLUMN picture_id TEXT REFERENCES picture (id);

-- Who welcomes, who interprets, who takes notes: names as the student writes them.
CREATE TABLE conference_duty (
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    duty TEXT NOT NULL,
    who TEXT NOT NULL,
    PRIMARY KEY (conference_id, duty)
);

-- Talk beside a plan, which comes to its end.
CREATE TABLE plan_comment (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX plan_comment_by_conference ON plan_comment (conference_id, made_at);

-- A school's own plan to start from. The moments are JSON, in their order.
CREATE TABLE plan_template (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    name TEXT NOT NULL,
    form TEXT NOT NULL,
    language TEXT NOT NULL,
    moments TEXT NOT NULL,
    version BIGINT NOT NULL,
    put_away_at BIGINT
);
CREATE INDEX plan_template_by_school ON plan_template (school_id);

-- What a school wants looked at before a conference: JSON, what and why, in each of its languages.
CREATE TABLE readiness_item (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    words TEXT NOT NULL,
    version BIGINT NOT NULL,
    put_away_at BIGINT
);
CREATE INDEX readiness_item_by_school ON readiness_item (school_id);

-- One of ours that a school does not ask.
CREATE TABLE readiness_put_away (
    school_id TEXT NOT NULL REFERENCES school (id),
    item TEXT NOT NULL,
    PRIMARY KEY (school_id, item)
);

-- What a student has ticked: one of ours by its word, one of the school's by its id.
CREATE TABLE readiness_tick (
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    item TEXT NOT NULL,
    PRIMARY KEY (conference_id, item)
);

-- A run-through. It is the student's; the recording is heard by whom the student says.
CREATE TABLE rehearsal (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    started_at BIGINT NOT NULL,
    sound_id TEXT REFERENCES sound (id),
    transcript TEXT NOT NULL,
    heard_by TEXT NOT NULL,
    -- A fellow student who was asked to listen.
    partner_id TEXT REFERENCES person (id)
);
CREATE INDEX rehearsal_by_conference ON rehearsal (conference_id, started_at);
CREATE INDEX rehearsal_by_sound ON rehearsal (sound_id);
CREATE INDEX rehearsal_by_partner ON rehearsal (partner_id);

-- The moments as they were planned that day; the plan may have other ones by now.
CREATE TABLE rehearsal_moment (
    school_id TEXT NOT NULL REFERENCES school (id),
    rehearsal_id TEXT NOT NULL REFERENCES rehearsal (id),
    moment_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    started_at BIGINT,
    ended_at BIGINT,
    felt TEXT,
    note TEXT NOT NULL,
    PRIMARY KEY (rehearsal_id, moment_id)
);

-- What a partner says about a run-through: about the substance only.
CREATE TABLE rehearsal_feedback (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    rehearsal_id TEXT NOT NULL REFERENCES rehearsal (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    starter TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX rehearsal_feedback_by_rehearsal ON rehearsal_feedback (rehearsal_id, made_at);
