-- The weight of vectors beside words that a learning found, for the embedding model that it found it with. A learning without one leaves the library's own exam to decide.
ALTER TABLE learning ADD COLUMN vector_weight BIGINT NOT NULL DEFAULT -1;   -- in thousandths of the weight of words; -1 for none
ALTER TABLE learning ADD COLUMN vector_model  TEXT NOT NULL DEFAULT '';
