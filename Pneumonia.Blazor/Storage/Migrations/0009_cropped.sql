-- What was cut off the image before the model looked (JSON, pixels of each side); NULL: nothing, or a study from before this step.
ALTER TABLE studies ADD COLUMN cropped TEXT;
