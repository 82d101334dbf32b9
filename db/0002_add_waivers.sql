-- Findings of the consistency check that are known and left standing, each with its reason and source. An empty column agrees with any
-- value. They are not acts and are replaced whole by an import.
CREATE TABLE waiver (
    rule        TEXT NOT NULL CHECK (rule <> ''),
    treaty      TEXT REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    participant TEXT REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    -- Not a reference: a waiver may outlive the event that it spoke of, and is then found to be unused.
    event       TEXT,
    day         TEXT CHECK (day IS date(day, '+0 days')),
    reason      TEXT NOT NULL CHECK (reason <> ''),
    source      TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    expires     TEXT CHECK (expires IS date(expires, '+0 days'))
) STRICT;

-- The same findings are waived once.
CREATE UNIQUE INDEX waiver_once ON waiver (rule, coalesce(treaty, ''), coalesce(participant, ''), coalesce(event, ''), coalesce(day, ''));
