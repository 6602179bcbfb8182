-- Batches of images that are answered after their request. A file waits, with its image on disk, until it is done, has failed or is
-- cancelled; what a job's state is follows from its files.

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    received_at BIGINT NOT NULL,
    cancelled_at BIGINT
);

CREATE TABLE job_files (
    id TEXT PRIMARY KEY,                 -- the job's, and the place in it
    job_id TEXT NOT NULL REFERENCES jobs (id),
    place INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    patient TEXT,
    image_sha256 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL,           -- how often its analysis was begun
    study_id TEXT REFERENCES studies (id) DEFERRABLE INITIALLY DEFERRED,
    error TEXT
);

CREATE INDEX job_files_by_job ON job_files (job_id, place);
CREATE INDEX job_files_by_state ON job_files (state, job_id, place);
CREATE INDEX job_files_by_image ON job_files (image_sha256);
