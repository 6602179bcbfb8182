-- How the image looks, measured when it came in (see ImageLook): to notice when what comes in changes. Empty for older studies.

ALTER TABLE studies ADD COLUMN brightness DOUBLE PRECISION;
ALTER TABLE studies ADD COLUMN contrast DOUBLE PRECISION;
ALTER TABLE studies ADD COLUMN sharpness DOUBLE PRECISION;
