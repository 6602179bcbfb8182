-- What the model's answer is good for, and how many held-out images with such a score were positive (JSON); NULL where the model does
-- not say, on refused images, and on studies from before this step.

ALTER TABLE studies ADD COLUMN triage TEXT CHECK (triage IN ('ruleOut', 'cannotSay', 'ruleIn'));
ALTER TABLE studies ADD COLUMN meaning TEXT;

CREATE INDEX studies_by_triage_and_urgency ON studies (triage, urgency, received_at, id);
CREATE INDEX studies_by_triage_and_time ON studies (triage, received_at, id);
CREATE INDEX studies_by_triage_and_score ON studies (triage, score, id);
