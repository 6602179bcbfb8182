-- Whose X-ray the model took it for (JSON: child or adult, and how sure the image made it); NULL: it makes no difference, or a study from before this step.
ALTER TABLE studies ADD COLUMN population TEXT;
