-- How a model did on the municipality's own questions; kept so that two can be compared.
CREATE TABLE model_check (
    id           TEXT NOT NULL PRIMARY KEY,
    checked_at   TEXT NOT NULL,
    checked_by   TEXT NOT NULL,
    model        TEXT NOT NULL,
    prompt       TEXT NOT NULL,
    question_set TEXT NOT NULL,               -- hash of the questions asked
    sheet        TEXT NOT NULL                -- JSON
);
CREATE INDEX model_check_at ON model_check (checked_at);
