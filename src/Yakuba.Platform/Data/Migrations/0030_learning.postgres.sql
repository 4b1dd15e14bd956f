-- What was learned from judged questions. The active learning raises passages that answered questions like the one asked; earlier ones stay, to go back to.
CREATE TABLE learning (
    number        BIGINT NOT NULL PRIMARY KEY,
    made_at       TEXT NOT NULL,
    made_by       TEXT NOT NULL,
    questions     BIGINT NOT NULL,           -- judged questions learned from
    score_without BIGINT NOT NULL,           -- nDCG@10 of questions held back, without it, in ten-thousandths
    score_with    BIGINT NOT NULL,           -- the same with it
    active        BIGINT NOT NULL            -- 1 for the one in use
);

CREATE TABLE known_way (
    learning       BIGINT NOT NULL REFERENCES learning (number) ON DELETE CASCADE DEFERRABLE,
    idx            BIGINT NOT NULL,
    question       TEXT NOT NULL,           -- as someone asked it
    entry_question TEXT NOT NULL,           -- the passage that answered, by its words: the question of a FAQ entry, or ''
    entry_text     TEXT NOT NULL,
    PRIMARY KEY (learning, idx)
);
