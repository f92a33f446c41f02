-- Since when a work lies in its student's bin, and for whom it was until then: in the bin it is for the student alone.
ALTER TABLE work ADD COLUMN binned_at BIGINT;
ALTER TABLE work ADD COLUMN binned_audience TEXT;
CREATE INDEX work_binned ON work (binned_at) WHERE binned_at IS NOT NULL;
