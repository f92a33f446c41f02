-- How a film is written that browsers do not play, as found in it: "hevc", "h263", "mpeg4", "other". NULL where they do, and
-- for whatever is no film.
ALTER TABLE work_file ADD COLUMN unplayed TEXT;
