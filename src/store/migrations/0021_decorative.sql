-- A picture that is only decoration: its student said that it needs no words.
ALTER TABLE picture ADD COLUMN decorative BIGINT NOT NULL DEFAULT 0;
