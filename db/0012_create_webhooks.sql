-- Webhooks: who is told of what is recorded. They belong to this file and not to the data: no recording, data version, export or backup has
-- them, and a restore leaves them as they are. The recordings themselves are the outbox: only how far each webhook is delivered is stored.

CREATE TABLE webhook (
    id      TEXT PRIMARY KEY CHECK (id GLOB 'wh_?*' AND length(id) = 15 AND substr(id, 4) NOT GLOB '*[^0-9a-z]*'),
    url     TEXT NOT NULL CHECK (url GLOB 'https://?*' OR url GLOB 'http://?*'),
    -- Signs every message, so it is stored as it is. It is shown once.
    secret  TEXT NOT NULL CHECK (secret GLOB 'whsec_?*'),
    -- Whose it is; for people.
    name    TEXT CHECK (name <> ''),
    created TEXT NOT NULL CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) STRICT, WITHOUT ROWID;

-- What is delivered: all that matches one value of each field that has values.
CREATE TABLE webhook_filter (
    webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    field   TEXT NOT NULL CHECK (field IN ('treaty', 'state', 'kind')),
    value   TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (webhook, field, value)
) STRICT, WITHOUT ROWID;

-- How far each webhook is delivered. It changes with every delivery, and the secret must not be copied about in the file with it.
CREATE TABLE webhook_delivery (
    webhook          TEXT PRIMARY KEY REFERENCES webhook (id) ON DELETE CASCADE,
    -- The last recording all of whose events are delivered, and its hash: a restore may put another one in its place.
    recording        INTEGER NOT NULL CHECK (recording >= 0),
    hash             TEXT CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    -- How many events of the next recording are delivered.
    delivered        INTEGER NOT NULL DEFAULT 0 CHECK (delivered >= 0),
    -- The last day all of whose effects are delivered, and the last effect of the next day that is.
    day              TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    effect           TEXT CHECK (effect <> ''),
    last_delivery    TEXT CHECK (last_delivery GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
    -- Of the message that is next: how often it failed, since when, why, and when it is tried again.
    failures         INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    failing_since    TEXT CHECK (failing_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
    problem          TEXT CHECK (problem <> ''),
    next_try         TEXT CHECK (next_try GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
    disabled         TEXT CHECK (disabled GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
    disabled_because TEXT CHECK (disabled_because <> ''),
    CHECK ((recording = 0) = (hash IS NULL)),
    CHECK ((failures = 0) = (failing_since IS NULL)),
    CHECK ((disabled IS NULL) = (disabled_because IS NULL))
) STRICT, WITHOUT ROWID;
