-- What was undone is never gone back to. Of earlier undoings is known only that what came after the learning in use was undone.
ALTER TABLE learning ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;   -- 1 for one that was taken back
UPDATE learning SET undone = 1 WHERE active = 0 AND number > (SELECT coalesce(max(number), 0) FROM learning WHERE active = 1);
