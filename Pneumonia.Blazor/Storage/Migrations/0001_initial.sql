-- The SQL here is understood by SQLite and PostgreSQL alike. Times are milliseconds since 1970 (UTC), identifiers are UUIDs
-- (version 7) as 32 hexadecimal digits, truth is 1 or 0, lists are JSON.

CREATE TABLE models (
    version TEXT PRIMARY KEY,            -- SHA-256 of the weights
    name TEXT NOT NULL,
    file TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    live_since BIGINT                    -- of the one model in service
);

CREATE TABLE model_events (
    id TEXT PRIMARY KEY,
    model_version TEXT NOT NULL REFERENCES models (version),
    kind TEXT NOT NULL CHECK (kind IN ('promoted', 'rolledBack')),
    at BIGINT NOT NULL,
    note TEXT
);

CREATE TABLE studies (
    id TEXT PRIMARY KEY,
    patient TEXT,                        -- pseudonym that groups a patient's studies
    received_at BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('page', 'api')),
    image_sha256 TEXT NOT NULL,
    image_bytes BIGINT NOT NULL,
    file_name TEXT NOT NULL,             -- shown to people, used for nothing
    search_text TEXT NOT NULL,           -- lower-case text that the worklist looks into
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    format TEXT NOT NULL,
    model TEXT NOT NULL,                 -- name and short version
    probabilities TEXT NOT NULL,
    positive_class TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,     -- probability of the positive class
    threshold DOUBLE PRECISION NOT NULL,
    verdict TEXT NOT NULL,
    urgency INTEGER NOT NULL,            -- 1 is read first
    refused INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('new', 'read', 'corrected', 'refused'))
);

CREATE INDEX studies_by_image ON studies (image_sha256);
CREATE INDEX studies_by_patient ON studies (patient);
CREATE INDEX studies_by_urgency ON studies (urgency, received_at, id);
CREATE INDEX studies_by_time ON studies (received_at, id);
CREATE INDEX studies_by_score ON studies (score, id);
CREATE INDEX studies_by_status_and_urgency ON studies (status, urgency, received_at, id);
CREATE INDEX studies_by_status_and_time ON studies (status, received_at, id);
CREATE INDEX studies_by_status_and_score ON studies (status, score, id);

CREATE TABLE readings (
    id TEXT PRIMARY KEY,
    study_id TEXT NOT NULL REFERENCES studies (id),
    label TEXT NOT NULL,
    blind INTEGER NOT NULL,              -- read before the model's answer was shown
    note TEXT,
    at BIGINT NOT NULL
);

CREATE INDEX readings_by_study ON readings (study_id, at);

CREATE TABLE corrections (
    id TEXT PRIMARY KEY,
    study_id TEXT NOT NULL REFERENCES studies (id),
    label TEXT NOT NULL,
    note TEXT,
    at BIGINT NOT NULL
);

CREATE INDEX corrections_by_study ON corrections (study_id, at);

CREATE TABLE notes (
    id TEXT PRIMARY KEY,
    study_id TEXT NOT NULL REFERENCES studies (id),
    text TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX notes_by_study ON notes (study_id, at);

CREATE TABLE idempotency_keys (
    key TEXT PRIMARY KEY,
    request_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    location TEXT NOT NULL,
    body TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);

CREATE TABLE audit_events (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,               -- identifier of what it was done to
    details TEXT
);

CREATE INDEX audit_events_by_subject ON audit_events (subject, at);
CREATE INDEX audit_events_by_time ON audit_events (at);
