-- Forms that were done, so that one which is sent again is not done again. `mark` is made of whoever sent it, the form's key
-- and everything in it; `attempt` is the request that did it, `led_to` where that one's answer led.
CREATE TABLE form_sent (
    mark TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    attempt TEXT NOT NULL,
    led_to TEXT,
    sent_at BIGINT NOT NULL
);
CREATE INDEX form_sent_at ON form_sent (sent_at);
