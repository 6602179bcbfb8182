-- A correction that was taken back stays, with the time.
ALTER TABLE corrections ADD COLUMN undone_at BIGINT;
