-- 1 where a school lets videos and documents of other programs be converted, on a machine that can.
ALTER TABLE school ADD COLUMN converts BIGINT NOT NULL DEFAULT 0;
-- What becomes of a film that browsers do not play: "running", "done", "failed", NULL while nobody has tried; how often it was
-- begun, and when last; and the film that they do play.
ALTER TABLE work_file ADD COLUMN conversion TEXT;
ALTER TABLE work_file ADD COLUMN conversion_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE work_file ADD COLUMN conversion_at BIGINT;
ALTER TABLE work_file ADD COLUMN played_hash TEXT;
ALTER TABLE work_file ADD COLUMN played_size BIGINT;
CREATE INDEX work_file_unplayed ON work_file (added_at) WHERE unplayed IS NOT NULL AND played_hash IS NULL;
