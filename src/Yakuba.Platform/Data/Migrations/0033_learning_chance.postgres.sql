-- A learning is used only when chance alone would seldom bring as much; learnings of before this were not asked.
ALTER TABLE learning ADD COLUMN chance BIGINT NOT NULL DEFAULT -1;   -- in ten-thousandths; -1 where it was not asked
