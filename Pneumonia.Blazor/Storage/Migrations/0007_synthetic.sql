-- Phantoms are kept like X-rays, and are never taken for one.

ALTER TABLE studies ADD COLUMN synthetic INTEGER NOT NULL DEFAULT 0;
