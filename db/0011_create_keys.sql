-- Keys with which the register is written over HTTP. They belong to this file and not to the data: no recording, data version, export or
-- backup has them, and a restore leaves them as they are.
CREATE TABLE access_key (
    id      TEXT PRIMARY KEY CHECK (length(id) = 12 AND id NOT GLOB '*[^0-9a-z]*'),
    -- SHA-256 of the secret, in hexadecimal. The secret itself is stored nowhere.
    hash    TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    -- By whom its recordings are: what others record under must not be imitated.
    name    TEXT NOT NULL CHECK (name <> '' AND lower(name) NOT IN ('import', 'restore')),
    -- 'record': all of recording. 'append': new events alone, no corrections and no acknowledgements.
    scope   TEXT NOT NULL CHECK (scope IN ('record', 'append')),
    created TEXT NOT NULL CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
    -- The last day, inclusive, on which it is valid.
    expires TEXT CHECK (expires IS date(expires, '+0 days')),
    revoked TEXT CHECK (revoked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) STRICT, WITHOUT ROWID;

-- The triggers that close recordings look for the newest one at each event.
CREATE INDEX recording_by_instant ON recording (instant);
