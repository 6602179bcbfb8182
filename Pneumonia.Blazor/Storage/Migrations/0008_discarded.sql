-- When the checkpoint of a training that has ended was deleted; its record stays.
ALTER TABLE training_runs ADD COLUMN discarded_at BIGINT;
