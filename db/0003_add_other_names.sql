-- Names that people use for a participant beside those it bears. A search looks through them; none is shown as the participant's name. They
-- are not acts and are replaced whole by an import.
CREATE TABLE other_name (
    participant TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    language    TEXT NOT NULL CHECK (language IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    name        TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (participant, language, name)
) STRICT, WITHOUT ROWID;
