-- What could not be sent waits on a device, sealed with this: given to the pages of its person alone.
ALTER TABLE person ADD COLUMN device_key TEXT;
