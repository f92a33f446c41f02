-- The short code beside the QR code for the cues, under the secret key; empty for a pass from before there was one.
ALTER TABLE cue_pass ADD COLUMN code_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX cue_pass_by_code ON cue_pass (code_hash) WHERE code_hash <> '';
