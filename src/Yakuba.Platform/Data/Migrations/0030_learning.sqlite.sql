-- What was learned from judged questions. The active learning raises passages that answered questions like the one asked; earlier ones stay, to go back to.
CREATE TABLE learning (
    number        INTEGER NOT NULL PRIMARY KEY,
    made_at       TEXT NOT NULL,
    made_by       TEXT NOT NULL,
    questions     INTEGER NOT NULL,           -- judged questions learned from
    score_without INTEGER NOT NULL,           -- nDCG@10 of questions held back, without it, in ten-thousandths
    score_with    INTEGER NOT NULL,           -- the same with it
    active        INTEGER NOT NULL            -- 1 for the one in use
) STRICT;

CREATE TABLE known_way (
    learning       INTEGER NOT NULL REFERENCES learning (number) ON DELETE CASCADE,
    idx            INTEGER NOT NULL,
    question       TEXT NOT NULL,           -- as someone asked it
    entry_question TEXT NOT NULL,           -- the passage that answered, by its words: the question of a FAQ entry, or ''
    entry_text     TEXT NOT NULL,
    PRIMARY KEY (learning, idx)
) STRICT;
