-- A model's zip lies in the model folder under its hash; without a hash, as for models of older apps, it is not kept.
ALTER TABLE models ADD COLUMN zip_sha256 TEXT;
ALTER TABLE models ADD COLUMN zip_bytes BIGINT;
ALTER TABLE models ADD COLUMN origin TEXT NOT NULL DEFAULT 'file' CHECK (origin IN ('file', 'upload', 'training'));
ALTER TABLE models ADD COLUMN offered_at BIGINT;     -- when its zip was last found anew at Model:Path
ALTER TABLE models ADD COLUMN deleted_at BIGINT;     -- its zip is gone; what it did stays on record

CREATE TABLE training_runs (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'finished', 'failed', 'cancelled', 'interrupted')),
    queued_at BIGINT NOT NULL,           -- for the first time, or when it was resumed
    started_at BIGINT,
    ended_at BIGINT,
    request TEXT NOT NULL,               -- JSON: data, recipe, first weights
    epochs TEXT NOT NULL,                -- JSON: a record of each epoch done
    model_version TEXT,                  -- what it made
    error TEXT
);

CREATE INDEX training_runs_by_state ON training_runs (state, queued_at, id);
