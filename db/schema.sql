-- What a fresh run yields: generated from the migrations, compared by a test. ACCEPT=1 dotnet test rewrites it.
-- application_id 1414677825, user_version 12

CREATE TABLE participant_successor (
    participant TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    successor   TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    position    INTEGER NOT NULL,
    PRIMARY KEY (participant, successor)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant_name (
    participant TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    language    TEXT NOT NULL CHECK (language IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    name        TEXT NOT NULL CHECK (name <> ''),
    used_from   TEXT CHECK (used_from IS date(used_from, '+0 days')),
    used_until  TEXT CHECK (used_until IS date(used_until, '+0 days')),
    PRIMARY KEY (participant, language, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    organization TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    member       TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    member_from  TEXT NOT NULL CHECK (member_from IS date(member_from, '+0 days')),
    member_until TEXT CHECK (member_until IS date(member_until, '+0 days')),
    PRIMARY KEY (organization, member, member_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id    TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    url   TEXT
, licence TEXT CHECK (licence <> ''), attribution TEXT CHECK (attribution <> '')) STRICT, WITHOUT ROWID;

CREATE TABLE treaty (
    id                         TEXT PRIMARY KEY,
    mtdsg                      TEXT NOT NULL UNIQUE,
    kind                       TEXT NOT NULL CHECK (kind IN ('convention', 'protocol', 'amendment', 'agreement')),
    parent                     TEXT REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    adopted_on                 TEXT NOT NULL CHECK (adopted_on IS date(adopted_on, '+0 days')),
    adopted_at                 TEXT,
    adopted_by                 TEXT,
    depositary                 TEXT NOT NULL,
    unts                       TEXT,
    subject                    TEXT NOT NULL,
    entry_into_force_published TEXT CHECK (entry_into_force_published IS date(entry_into_force_published, '+0 days')),
    final_clauses              TEXT NOT NULL CHECK (json_valid(final_clauses)),
    complete_through           TEXT NOT NULL CHECK (complete_through IS date(complete_through, '+0 days')),
    recorded_at                TEXT NOT NULL CHECK (datetime(recorded_at) IS NOT NULL AND recorded_at GLOB '*Z')
, number TEXT CHECK (number <> ''), numbering TEXT CHECK ((numbering IS NULL) = (number IS NULL) AND numbering NOT GLOB '*[^a-z]*' AND numbering <> ''), coverage TEXT CHECK (coverage IN ('proved', 'newer-acts', 'older-table')), record_note TEXT CHECK (record_note <> '')) STRICT, WITHOUT ROWID;

CREATE TABLE treaty_title (
    treaty      TEXT NOT NULL REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    language    TEXT NOT NULL CHECK (language IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    title       TEXT NOT NULL CHECK (title <> ''),
    short_title TEXT,
    PRIMARY KEY (treaty, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE treaty_event_source (
    event    TEXT NOT NULL REFERENCES treaty_event (id),
    position INTEGER NOT NULL,
    source   TEXT NOT NULL REFERENCES source (id),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE published_count (
    treaty    TEXT NOT NULL REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    as_of     TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    metric    TEXT NOT NULL CHECK (metric IN ('parties', 'signatories')),
    published INTEGER NOT NULL CHECK (published >= 0),
    source    TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    note      TEXT,
    PRIMARY KEY (treaty, as_of, metric, source)
) STRICT, WITHOUT ROWID;

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

CREATE UNIQUE INDEX waiver_once ON waiver (rule, coalesce(treaty, ''), coalesce(participant, ''), coalesce(event, ''), coalesce(day, ''));

CREATE TABLE other_name (
    participant TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    language    TEXT NOT NULL CHECK (language IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    name        TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (participant, language, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX treaty_by_id_in_any_case ON treaty (id COLLATE NOCASE);

CREATE INDEX treaty_by_mtdsg_in_any_case ON treaty (mtdsg COLLATE NOCASE);

CREATE INDEX source_by_id_in_any_case ON source (id COLLATE NOCASE);

CREATE TABLE "participant" (
    code                TEXT PRIMARY KEY CHECK (length(code) IN (3, 4) AND code = upper(code)),
    iso2                TEXT CHECK (length(iso2) = 2),
    m49                 TEXT CHECK (m49 GLOB '[0-9][0-9][0-9]'),
    kind                TEXT NOT NULL CHECK (kind IN ('un-member', 'un-observer', 'other-state', 'regional-organization',
                            'international-organization', 'former-state')),
    un_member_since     TEXT CHECK (un_member_since IS date(un_member_since, '+0 days')),
    un_member_until     TEXT CHECK (un_member_until IS date(un_member_until, '+0 days')),
    region              TEXT,
    sub_region          TEXT,
    intermediate_region TEXT,
    un_regional_group   TEXT,
    official_name       TEXT NOT NULL,
    note                TEXT,
    -- First day of observer status at the United Nations.
    un_observer_since   TEXT CHECK (un_observer_since IS date(un_observer_since, '+0 days')),
    -- The day of succession of the State: a succession without a stated effect is in force from it (VCSS 23(1)).
    statehood_since     TEXT CHECK (statehood_since IS date(statehood_since, '+0 days')),
    -- What that day rests on.
    statehood_basis     TEXT CHECK (statehood_basis IS NULL OR statehood_since IS NOT NULL),
    -- Last day of a former State that did not end as a Member of the United Nations.
    statehood_until     TEXT CHECK (statehood_until IS date(statehood_until, '+0 days'))
) STRICT, WITHOUT ROWID;

CREATE TABLE "treaty_event" (
    id                       TEXT PRIMARY KEY CHECK (id <> ''),
    treaty                   TEXT NOT NULL REFERENCES treaty (id),
    participant              TEXT REFERENCES participant (code),
    kind                     TEXT NOT NULL CHECK (kind IN (
                                 'signature', 'succession-to-signature', 'signature-withdrawn', 'definitive-signature', 'ratification',
                                 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation', 'participation', 'withdrawal',
                                 'withdrawal-revoked', 'consent-withdrawn', 'cessation', 'suspension', 'suspension-ended',
                                 'provisional-application', 'provisional-application-ended', 'reservation', 'reservation-withdrawn',
                                 'objection', 'objection-withdrawn', 'declaration', 'territorial-extension', 'territorial-exclusion',
                                 'terminated', 'correction')),
    -- Of a day known only as a period, the last one; where only the effect is known, the day of effect.
    date                     TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    effective_on             TEXT CHECK (effective_on IS date(effective_on, '+0 days')),
    recorded_at              TEXT NOT NULL CHECK (datetime(recorded_at) IS NOT NULL AND recorded_at GLOB '*Z'),
    verification             TEXT NOT NULL CHECK (verification IN ('table', 'corroborated', 'unverified')),
    note                     TEXT,
    corrects                 TEXT REFERENCES treaty_event (id),
    corrected_kind           TEXT CHECK (corrected_kind <> 'correction'),
    -- Of a day known only as a period, the first one.
    earliest                 TEXT CHECK (earliest IS date(earliest, '+0 days') AND earliest < date),
    -- 1 where only the day of effect is known, and date repeats it.
    effect_only              INTEGER NOT NULL DEFAULT 0 CHECK (effect_only IN (0, 1)),
    -- The place of deposit, where the treaty has several.
    depositary               TEXT CHECK (depositary <> ''),
    -- The participant towards which the act is done: the one objected to.
    counterpart              TEXT REFERENCES participant (code),
    -- 1 for an objection that opposes entry into force between the two (VCLT 20(4)(b)).
    opposes_entry_into_force INTEGER NOT NULL DEFAULT 0 CHECK (opposes_entry_into_force IN (0, 1)),
    -- Only the treaty's own end, and a correction of it, names no participant.
    CHECK (participant IS NOT NULL OR kind = 'terminated' OR kind = 'correction'),
    -- A correction names the event that it corrects; nothing else does.
    CHECK ((kind = 'correction') = (corrects IS NOT NULL)),
    CHECK (corrected_kind IS NULL OR kind = 'correction'),
    -- A day that is not known is not verified.
    CHECK (earliest IS NULL OR verification = 'unverified'),
    CHECK (effect_only = 0 OR (earliest IS NULL AND effective_on IS date)),
    CHECK (counterpart <> participant),
    CHECK (opposes_entry_into_force = 0 OR kind IN ('objection', 'correction'))
) STRICT, WITHOUT ROWID;

CREATE INDEX treaty_event_by_treaty ON treaty_event (treaty, participant, date);

CREATE INDEX treaty_event_by_corrected ON treaty_event (corrects, recorded_at, id) WHERE corrects IS NOT NULL;

CREATE INDEX treaty_event_by_recording ON treaty_event (recorded_at);

CREATE TABLE treaty_depositary (
    treaty     TEXT NOT NULL REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    position   INTEGER NOT NULL,
    depositary TEXT NOT NULL CHECK (depositary <> ''),
    PRIMARY KEY (treaty, position),
    UNIQUE (treaty, depositary)
) STRICT, WITHOUT ROWID;

CREATE TABLE treaty_list (
    treaty      TEXT NOT NULL REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    list        TEXT NOT NULL CHECK (list <> '' AND list NOT GLOB '*[^a-z0-9-]*'),
    participant TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    weight      TEXT CHECK (weight GLOB '[0-9]*' AND weight NOT GLOB '*[^0-9.]*' AND weight NOT GLOB '*.*.*' AND weight NOT GLOB '*.'),
    source      TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (treaty, list, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE recording (
    -- 1, 2, 3 and so on, without a gap.
    number       INTEGER PRIMARY KEY CHECK (number >= 1),
    instant      TEXT NOT NULL CHECK (instant GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'
                     AND date(substr(instant, 1, 10), '+0 days') IS substr(instant, 1, 10) AND substr(instant, 12, 2) <= '23'),
    -- The name of a key, or 'import' or 'restore'.
    recorded_by  TEXT NOT NULL CHECK (recorded_by <> ''),
    note         TEXT CHECK (note <> ''),
    -- The data version after it.
    data_version TEXT NOT NULL CHECK (data_version <> ''),
    -- How many events it has.
    events       INTEGER NOT NULL CHECK (events >= 0),
    -- SHA-256 of all of it and of the hash before it, in hexadecimal.
    hash         TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE reference_version (
    recording INTEGER NOT NULL REFERENCES recording (number) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT NOT NULL CHECK (kind IN ('source', 'participant', 'treaty', 'published-count', 'waiver')),
    key       TEXT NOT NULL CHECK (key <> ''),
    value     TEXT CHECK (json_valid(value)),
    PRIMARY KEY (recording, kind, key)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX recording_by_instant ON recording (instant);

CREATE TABLE webhook (
    id      TEXT PRIMARY KEY CHECK (id GLOB 'wh_?*' AND length(id) = 15 AND substr(id, 4) NOT GLOB '*[^0-9a-z]*'),
    url     TEXT NOT NULL CHECK (url GLOB 'https://?*' OR url GLOB 'http://?*'),
    -- Signs every message, so it is stored as it is. It is shown once.
    secret  TEXT NOT NULL CHECK (secret GLOB 'whsec_?*'),
    -- Whose it is; for people.
    name    TEXT CHECK (name <> ''),
    created TEXT NOT NULL CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_filter (
    webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    field   TEXT NOT NULL CHECK (field IN ('treaty', 'state', 'kind')),
    value   TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (webhook, field, value)
) STRICT, WITHOUT ROWID;

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

CREATE VIEW current_event AS
SELECT act.id, act.treaty, stands.participant, coalesce(stands.corrected_kind, act.kind) AS kind, stands.date,
       -- The days on which it may have been done, as short as they can be written; NULL where the day is known.
       CASE WHEN stands.earliest IS NULL THEN NULL
            WHEN stands.earliest = date(stands.date, 'start of year') AND stands.date = date(stands.date, 'start of year', '+1 year', '-1 day')
                THEN substr(stands.date, 1, 4)
            WHEN stands.earliest = date(stands.date, 'start of month') AND stands.date = date(stands.date, 'start of month', '+1 month', '-1 day')
                THEN substr(stands.date, 1, 7)
            ELSE stands.earliest || '/' || stands.date END AS date_period,
       CASE WHEN stands.effect_only THEN 'effect-only' WHEN stands.earliest IS NULL THEN 'day' ELSE 'period' END AS date_known,
       stands.earliest, stands.effective_on, stands.depositary, stands.counterpart, stands.opposes_entry_into_force, stands.verification,
       stands.note
FROM treaty_event AS act
JOIN treaty_event AS stands ON stands.id = coalesce(
    (SELECT id FROM treaty_event WHERE corrects = act.id ORDER BY recorded_at DESC, id DESC LIMIT 1), act.id)
WHERE act.kind <> 'correction' AND (stands.id = act.id OR stands.corrected_kind IS NOT NULL);

CREATE VIEW treaty_clause AS
SELECT treaty.id AS treaty, treaty.parent, treaty.kind, treaty.entry_into_force_published AS published,
       ended.id AS terminated_by, coalesce(ended.effective_on, ended.date) AS terminated_on,
       json_extract(final_clauses, '$.entryIntoForce.instruments') AS instruments,
       coalesce(json_extract(final_clauses, '$.entryIntoForce.countsRegionalOrganizations'), 0) AS counts_organizations,
       json_extract(final_clauses, '$.entryIntoForce.notEarlierThan') AS not_earlier_than,
       -- Whether nothing but a number of instruments and a delay leads to entry into force.
       json_extract(final_clauses, '$.entryIntoForce.reason') IS NULL
           AND json_extract(final_clauses, '$.entryIntoForce.conditions') IS NULL
           AND json_extract(final_clauses, '$.entryIntoForce.notBefore') IS NULL
           AND json_extract(final_clauses, '$.entryIntoForce.instruments') IS NOT NULL
           AND json_extract(final_clauses, '$.entryIntoForce.delay') IS NOT NULL
           AND json_extract(final_clauses, '$.openTo.requiresPartyTo') IS NULL AS is_plain,
       coalesce(json_extract(final_clauses, '$.entryIntoForce.delay.months'), 0) AS entry_months,
       coalesce(json_extract(final_clauses, '$.entryIntoForce.delay.days'), 0) AS entry_days,
       coalesce(json_extract(final_clauses, '$.entryIntoForce.delay.endOfMonthStays'), 0) AS entry_stays,
       coalesce(json_extract(final_clauses, '$.entryIntoForce.delay.thenFirstOfFollowingMonth'), 0) AS entry_then_first,
       json_extract(final_clauses, '$.laterParticipants.delay') IS NOT NULL AS later_delayed,
       json_extract(final_clauses, '$.laterParticipants.reason') IS NOT NULL AS later_unknown,
       coalesce(json_extract(final_clauses, '$.laterParticipants.onlyAfterEntryIntoForce'), 0) AS later_only_after,
       coalesce(json_extract(final_clauses, '$.laterParticipants.delay.months'), 0) AS later_months,
       coalesce(json_extract(final_clauses, '$.laterParticipants.delay.days'), 0) AS later_days,
       coalesce(json_extract(final_clauses, '$.laterParticipants.delay.endOfMonthStays'), 0) AS later_stays,
       coalesce(json_extract(final_clauses, '$.laterParticipants.delay.thenFirstOfFollowingMonth'), 0) AS later_then_first,
       -- NULL where no day of effect follows from the clause, or there is no clause (VCLT 56(1)).
       CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NOT NULL THEN NULL
            WHEN json_extract(final_clauses, '$.withdrawal.terms') IS NOT NULL THEN 'terms'
            WHEN json_extract(final_clauses, '$.withdrawal.receivedBy') IS NOT NULL THEN 'calendar'
            WHEN json_extract(final_clauses, '$.withdrawal.effectAfterReceipt') IS NOT NULL THEN 'delay' END AS withdrawal,
       coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.months'), 0) AS leave_months,
       coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.days'), 0) AS leave_days,
       coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.endOfMonthStays'), 0) AS leave_stays,
       coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.thenFirstOfFollowingMonth'), 0) AS leave_then_first,
       json_extract(final_clauses, '$.withdrawal.receivedBy') AS received_by,
       coalesce(json_extract(final_clauses, '$.withdrawal.effectOn'), '01-01') AS effect_on,
       json_extract(final_clauses, '$.withdrawal.terms.firstYears') AS first_years,
       json_extract(final_clauses, '$.withdrawal.terms.thenYears') AS then_years,
       json_extract(final_clauses, '$.withdrawal.terms.noticeMonths') AS notice_months,
       json_extract(final_clauses, '$.withdrawal.notWithin.from') AS lock_from,
       coalesce(json_extract(final_clauses, '$.withdrawal.notWithin.months'), 0) AS lock_months,
       coalesce(json_extract(final_clauses, '$.withdrawal.notWithin.days'), 0) AS lock_days,
       coalesce(json_extract(final_clauses, '$.withdrawal.entailsProtocols'), 0) AS entails_protocols
FROM treaty
LEFT JOIN current_event AS ended ON ended.id = (
    SELECT id FROM current_event WHERE treaty = treaty.id AND kind = 'terminated' ORDER BY date, id LIMIT 1);

CREATE VIEW entry_into_force AS
WITH asked AS MATERIALIZED (
    SELECT * FROM treaty_clause WHERE is_plain AND (published IS NULL OR lock_from = 'party')
),
instrument AS MATERIALIZED (
    SELECT asked.treaty, act.participant, act.date, act.id
    FROM asked JOIN current_event AS act ON act.treaty = asked.treaty JOIN participant ON participant.code = act.participant
    WHERE act.kind IN ('definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation', 'participation')
      AND (asked.counts_organizations OR participant.kind NOT IN ('regional-organization', 'international-organization'))
      AND NOT coalesce(asked.terminated_on <= act.date, 0)
),
ending AS MATERIALIZED (
    SELECT act.treaty, act.participant, act.kind, act.date,
           CASE WHEN act.kind = 'withdrawal' THEN coalesce(max(act.effective_on, coalesce(act.earliest, act.date)), act.date)
                ELSE coalesce(act.effective_on, act.date) END AS until
    FROM asked JOIN current_event AS act ON act.treaty = asked.treaty
    WHERE act.kind IN ('withdrawal', 'consent-withdrawn', 'cessation')
      AND NOT coalesce(asked.terminated_on <= act.date, 0)
      AND NOT EXISTS (
          SELECT 1 FROM current_event AS revocation
          WHERE act.kind = 'withdrawal' AND revocation.treaty = act.treaty AND revocation.participant = act.participant
            AND revocation.kind = 'withdrawal-revoked' AND revocation.date >= act.date AND revocation.date < act.effective_on)
),
candidate AS (
    SELECT DISTINCT asked.treaty, asked.instruments, asked.terminated_on, instrument.date AS reached_on,
           max(CASE WHEN entry_then_first THEN date(date(CASE WHEN (entry_stays AND entry_months > 0 AND instrument.date = date(instrument.date, 'start of month', '+1 month', '-1 day')) THEN date(instrument.date, 'start of month', '+' || (entry_months + 1) || ' months', '-1 day') ELSE min(date(instrument.date, '+' || entry_months || ' months'), date(instrument.date, 'start of month', '+' || (entry_months + 1) || ' months', '-1 day')) END, '+' || entry_days || ' days'), 'start of month', '+1 month') WHEN (entry_stays AND entry_months > 0 AND instrument.date = date(instrument.date, 'start of month', '+1 month', '-1 day')) THEN date(date(CASE WHEN (entry_stays AND entry_months > 0 AND instrument.date = date(instrument.date, 'start of month', '+1 month', '-1 day')) THEN date(instrument.date, 'start of month', '+' || (entry_months + 1) || ' months', '-1 day') ELSE min(date(instrument.date, '+' || entry_months || ' months'), date(instrument.date, 'start of month', '+' || (entry_months + 1) || ' months', '-1 day')) END, '+' || entry_days || ' days'), '+1 day') ELSE date(CASE WHEN (entry_stays AND entry_months > 0 AND instrument.date = date(instrument.date, 'start of month', '+1 month', '-1 day')) THEN date(instrument.date, 'start of month', '+' || (entry_months + 1) || ' months', '-1 day') ELSE min(date(instrument.date, '+' || entry_months || ' months'), date(instrument.date, 'start of month', '+' || (entry_months + 1) || ' months', '-1 day')) END, '+' || entry_days || ' days') END, coalesce(asked.not_earlier_than, '')) AS day
    FROM asked JOIN instrument ON instrument.treaty = asked.treaty
),
reached AS (
    SELECT treaty, min(reached_on) AS reached_on, day
    FROM candidate
    WHERE NOT coalesce(terminated_on <= day, 0) AND instruments <= (
        SELECT count(DISTINCT instrument.participant) FROM instrument
        WHERE instrument.treaty = candidate.treaty AND instrument.date <= candidate.reached_on
          AND NOT EXISTS (
              SELECT 1 FROM ending
              WHERE ending.treaty = instrument.treaty AND ending.participant = instrument.participant
                AND ending.until >= instrument.date
                AND (ending.date > instrument.date OR (ending.date = instrument.date AND NOT EXISTS (
                    SELECT 1 FROM instrument AS earlier
                    WHERE earlier.treaty = instrument.treaty AND earlier.participant = instrument.participant
                      AND earlier.date < instrument.date)))
                AND (ending.until <= candidate.reached_on
                     OR (ending.until <= candidate.day AND NOT (ending.kind = 'withdrawal' AND ending.date >= candidate.day)))))
    GROUP BY treaty
)
SELECT clause.treaty, coalesce(clause.published, reached.day) AS day,
       CASE WHEN coalesce(clause.published, reached.day) = reached.day THEN reached.reached_on END AS reached_on
FROM treaty_clause AS clause LEFT JOIN reached ON reached.treaty = clause.treaty;

CREATE VIEW act_effect AS
WITH RECURSIVE
clause AS MATERIALIZED (SELECT * FROM treaty_clause),
entry AS MATERIALIZED (SELECT * FROM entry_into_force),
revocation AS MATERIALIZED (SELECT treaty, participant, date FROM current_event WHERE kind = 'withdrawal-revoked'),
act AS MATERIALIZED (
    SELECT event.*, clause.*, entry.day AS entry_day, entry.reached_on, participant.statehood_since,
           event.kind IN ('withdrawal', 'consent-withdrawn', 'cessation') AS ends,
           -- The first last day of receipt on or after the notice.
           CASE WHEN clause.withdrawal = 'calendar' THEN (SELECT min(day) FROM (
                SELECT CASE clause.received_by WHEN '02-29' THEN date(substr(event.date, 1, 4) || '-03-01', '-1 day') ELSE substr(event.date, 1, 4) || '-' || clause.received_by END AS day
                UNION ALL SELECT CASE clause.received_by WHEN '02-29' THEN date((substr(event.date, 1, 4) + 1) || '-03-01', '-1 day') ELSE (substr(event.date, 1, 4) + 1) || '-' || clause.received_by END)
            WHERE day >= event.date) END AS received_on,
           clause.kind AS treaty_kind, event.kind AS act_kind, event.treaty AS of_treaty
    FROM current_event AS event
    JOIN clause ON clause.treaty = event.treaty
    JOIN entry ON entry.treaty = event.treaty
    JOIN participant ON participant.code = event.participant
    WHERE event.kind IN ('definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation',
                         'participation', 'withdrawal', 'consent-withdrawn', 'cessation')
      AND NOT coalesce(clause.terminated_on <= event.date, 0)
),
years AS MATERIALIZED (
    SELECT 0 AS n UNION ALL SELECT n + 1 FROM years WHERE n < 1000
),
dated AS (
    SELECT act.*,
           CASE WHEN NOT ends OR act_kind <> 'withdrawal' THEN CASE WHEN ends THEN coalesce(effective_on, date) END
                WHEN effective_on IS NOT NULL THEN max(effective_on, coalesce(earliest, date))
                -- The treaty is not in force: there is nothing to denounce.
                WHEN entry_day IS NULL OR entry_day > date THEN date
                WHEN withdrawal = 'delay' THEN CASE WHEN leave_then_first THEN date(date(CASE WHEN (leave_stays AND leave_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date, 'start of month', '+' || (leave_months + 1) || ' months', '-1 day') ELSE min(date(date, '+' || leave_months || ' months'), date(date, 'start of month', '+' || (leave_months + 1) || ' months', '-1 day')) END, '+' || leave_days || ' days'), 'start of month', '+1 month') WHEN (leave_stays AND leave_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date(CASE WHEN (leave_stays AND leave_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date, 'start of month', '+' || (leave_months + 1) || ' months', '-1 day') ELSE min(date(date, '+' || leave_months || ' months'), date(date, 'start of month', '+' || (leave_months + 1) || ' months', '-1 day')) END, '+' || leave_days || ' days'), '+1 day') ELSE date(CASE WHEN (leave_stays AND leave_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date, 'start of month', '+' || (leave_months + 1) || ' months', '-1 day') ELSE min(date(date, '+' || leave_months || ' months'), date(date, 'start of month', '+' || (leave_months + 1) || ' months', '-1 day')) END, '+' || leave_days || ' days') END
                WHEN withdrawal = 'calendar' THEN (SELECT min(day) FROM (
                    SELECT CASE act.effect_on WHEN '02-29' THEN date(substr(act.received_on, 1, 4) || '-03-01', '-1 day') ELSE substr(act.received_on, 1, 4) || '-' || act.effect_on END AS day
                    UNION ALL SELECT CASE act.effect_on WHEN '02-29' THEN date((substr(act.received_on, 1, 4) + 1) || '-03-01', '-1 day') ELSE (substr(act.received_on, 1, 4) + 1) || '-' || act.effect_on END)
                    WHERE day > act.received_on)
                WHEN withdrawal = 'terms' THEN (
                    SELECT min(date(act.entry_day, (12 * (act.first_years + years.n * act.then_years)) || ' months'), date(act.entry_day, 'start of month', ((12 * (act.first_years + years.n * act.then_years)) + 1) || ' months', '-1 day'))
                    FROM years
                    WHERE act.date <= min(date(min(date(act.entry_day, (12 * (act.first_years + years.n * act.then_years)) || ' months'), date(act.entry_day, 'start of month', (12 * (act.first_years + years.n * act.then_years) + 1) || ' months', '-1 day')), (-act.notice_months) || ' months'), date(min(date(act.entry_day, (12 * (act.first_years + years.n * act.then_years)) || ' months'), date(act.entry_day, 'start of month', (12 * (act.first_years + years.n * act.then_years) + 1) || ' months', '-1 day')), 'start of month', ((-act.notice_months) + 1) || ' months', '-1 day'))
                    ORDER BY years.n LIMIT 1)
           END AS until
    FROM act
)
SELECT dated.id, of_treaty AS treaty, participant, act_kind AS kind, date, ends, until,
       CASE act_kind WHEN 'definitive-signature' THEN 0 WHEN 'ratification' THEN 1 WHEN 'acceptance' THEN 2 WHEN 'approval' THEN 3
                     WHEN 'accession' THEN 4 WHEN 'succession' THEN 5 WHEN 'formal-confirmation' THEN 6 WHEN 'participation' THEN 7
                     WHEN 'withdrawal' THEN 12 WHEN 'consent-withdrawn' THEN 14 ELSE 15 END AS rank,
       CASE WHEN ends THEN NULL
            WHEN effective_on IS NOT NULL AND treaty_kind = 'amendment' THEN effective_on
            WHEN effective_on IS NOT NULL THEN max(effective_on, entry_day)
            WHEN act_kind = 'succession' THEN max(coalesce(statehood_since, date), entry_day)
            WHEN date <= reached_on OR (later_only_after AND NOT later_unknown AND date <= entry_day) THEN entry_day
            WHEN later_delayed AND NOT later_unknown THEN max(CASE WHEN later_then_first THEN date(date(CASE WHEN (later_stays AND later_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date, 'start of month', '+' || (later_months + 1) || ' months', '-1 day') ELSE min(date(date, '+' || later_months || ' months'), date(date, 'start of month', '+' || (later_months + 1) || ' months', '-1 day')) END, '+' || later_days || ' days'), 'start of month', '+1 month') WHEN (later_stays AND later_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date(CASE WHEN (later_stays AND later_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date, 'start of month', '+' || (later_months + 1) || ' months', '-1 day') ELSE min(date(date, '+' || later_months || ' months'), date(date, 'start of month', '+' || (later_months + 1) || ' months', '-1 day')) END, '+' || later_days || ' days'), '+1 day') ELSE date(CASE WHEN (later_stays AND later_months > 0 AND date = date(date, 'start of month', '+1 month', '-1 day')) THEN date(date, 'start of month', '+' || (later_months + 1) || ' months', '-1 day') ELSE min(date(date, '+' || later_months || ' months'), date(date, 'start of month', '+' || (later_months + 1) || ' months', '-1 day')) END, '+' || later_days || ' days') END, entry_day)
            ELSE max(date, entry_day) END AS effect,
       -- The time in which no notice may be given runs from one of both days; the participant's own is known only in the fold.
       CASE WHEN lock_from = 'treaty' THEN entry_day END AS locked_from,
       CASE WHEN act_kind = 'withdrawal' AND lock_from IS NOT NULL AND effective_on IS NULL AND entry_day <= date THEN lock_months END AS lock_months,
       lock_days
FROM dated
WHERE act_kind <> 'withdrawal' OR NOT EXISTS (
    SELECT 1 FROM revocation
    WHERE revocation.treaty = dated.of_treaty AND revocation.participant = dated.participant
      AND revocation.date >= dated.date AND coalesce(dated.until, '9999-12-32') > revocation.date);

CREATE VIEW own_consent_period AS
WITH RECURSIVE
act AS MATERIALIZED (
    -- Few participants ever leave: of all others the first consent lasts.
    SELECT *, max(ends) OVER (PARTITION BY treaty, participant) AS leaves,
           row_number() OVER (PARTITION BY treaty, participant ORDER BY date, rank, id) AS position
    FROM (SELECT treaty, participant, id, kind, date, date AS day, rank, ends, effect, until, locked_from, lock_months, lock_days FROM act_effect)
),
-- On one day, what ends a consent deposited earlier comes before a new consent; where there is none, the consent of the day comes first.
-- So an act that ends stands twice in the order of its day, and works in one of both places. First it is seen who is bound (phase 0).
step AS MATERIALIZED (
    SELECT act.*, phase.column1 AS phase,
           row_number() OVER (PARTITION BY treaty, participant ORDER BY day, phase.column1, rank, id) AS n
    FROM act JOIN (VALUES (0), (1), (2), (3)) AS phase ON CASE phase.column1 WHEN 0 THEN 1 WHEN 2 THEN NOT ends ELSE ends END
    WHERE act.leaves
),
-- The consents of a participant after each step: a JSON array, each with its act (c), first day (f), effect (x), end (u) and what ends it (e).
fold AS (
    SELECT treaty, participant, 0 AS n, 0 AS bound, '[]' AS consents FROM step WHERE n = 1
    UNION ALL
    SELECT fold.treaty, fold.participant, step.n,
           CASE step.phase
               WHEN 0 THEN EXISTS (SELECT 1 FROM json_each(fold.consents) WHERE coalesce(value ->> 'u', '9999-12-32') > step.day)
               ELSE fold.bound END,
           CASE
               WHEN step.phase = 0 OR (step.phase = 1 AND NOT fold.bound) OR (step.phase = 3 AND fold.bound) THEN fold.consents
               -- A second consent on top of one without an end is void.
               WHEN step.phase = 2 AND fold.consents <> '[]' AND json_extract(fold.consents, '$[#-1].u') IS NULL THEN fold.consents
               WHEN step.phase = 2 THEN json_insert(fold.consents, '$[#]', json_object('c', step.id, 'f', step.date, 'x', step.effect))
               -- There is nothing to end, or the clause does not permit a notice yet.
               WHEN step.until IS NULL THEN fold.consents
               WHEN step.kind = 'withdrawal'
                   AND NOT EXISTS (SELECT 1 FROM json_each(fold.consents) WHERE coalesce(value ->> 'u', '9999-12-32') > step.date)
                   THEN fold.consents
               WHEN step.lock_months IS NOT NULL AND step.date < date(min(
                       date(coalesce(step.locked_from, json_extract(fold.consents, '$[#-1].x')), '+' || step.lock_months || ' months'),
                       date(coalesce(step.locked_from, json_extract(fold.consents, '$[#-1].x')),
                            'start of month', '+' || (step.lock_months + 1) || ' months', '-1 day')), '+' || step.lock_days || ' days')
                   THEN fold.consents
               ELSE (SELECT json_group_array(
                         CASE WHEN value ->> 'f' <= step.until AND coalesce(value ->> 'u', '9999-12-32') > step.until
                              THEN json_set(value, '$.u', step.until, '$.e', step.id) ELSE json(value) END)
                     FROM json_each(fold.consents)) END
    FROM fold JOIN step ON step.treaty = fold.treaty AND step.participant = fold.participant AND step.n = fold.n + 1
),
folded AS (
    SELECT treaty, participant, consents, max(n) FROM fold GROUP BY treaty, participant
),
clause AS MATERIALIZED (SELECT treaty, terminated_on, terminated_by FROM treaty_clause)
SELECT period.treaty, period.participant, period.consent, period.since,
       -- The end of the treaty ends what is left.
       CASE WHEN clause.terminated_on < coalesce(period.until, '9999-12-32') THEN clause.terminated_on ELSE period.until END AS until,
       CASE WHEN clause.terminated_on < coalesce(period.until, '9999-12-32') THEN clause.terminated_by ELSE period.ended_by END AS ended_by
FROM (
    SELECT treaty, participant, id AS consent, date AS since, NULL AS until, NULL AS ended_by FROM act WHERE NOT leaves AND position = 1
    UNION ALL
    SELECT treaty, participant, value ->> 'c', value ->> 'f', value ->> 'u', value ->> 'e' FROM folded, json_each(folded.consents)
) AS period
JOIN clause ON clause.treaty = period.treaty;

CREATE VIEW consent_period AS
WITH RECURSIVE
act AS MATERIALIZED (
    -- Few participants ever leave: of all others the first consent lasts.
    SELECT *, max(ends) OVER (PARTITION BY treaty, participant) AS leaves,
           row_number() OVER (PARTITION BY treaty, participant ORDER BY date, rank, id) AS position
    FROM (SELECT treaty, participant, id, kind, date, date AS day, rank, ends, effect, until, locked_from, lock_months, lock_days FROM act_effect
    UNION ALL
    -- What the parent's notice entails comes with its effect: it takes along a consent deposited in between.
    SELECT protocol.treaty, ended.participant, ended.ended_by, 'withdrawal', notice.date, ended.until, 12, 1, NULL, ended.until, NULL, NULL, NULL
    FROM own_consent_period AS ended
    JOIN current_event AS notice ON notice.id = ended.ended_by AND notice.kind = 'withdrawal'
    JOIN (
        SELECT protocol.treaty, protocol.parent, protocol.terminated_on
        FROM treaty_clause AS protocol JOIN treaty AS parent ON parent.id = protocol.parent
        WHERE json_extract(parent.final_clauses, '$.withdrawal.entailsProtocols')
    ) AS protocol ON protocol.parent = ended.treaty
    WHERE NOT coalesce(protocol.terminated_on <= notice.date, 0))
),
-- On one day, what ends a consent deposited earlier comes before a new consent; where there is none, the consent of the day comes first.
-- So an act that ends stands twice in the order of its day, and works in one of both places. First it is seen who is bound (phase 0).
step AS MATERIALIZED (
    SELECT act.*, phase.column1 AS phase,
           row_number() OVER (PARTITION BY treaty, participant ORDER BY day, phase.column1, rank, id) AS n
    FROM act JOIN (VALUES (0), (1), (2), (3)) AS phase ON CASE phase.column1 WHEN 0 THEN 1 WHEN 2 THEN NOT ends ELSE ends END
    WHERE act.leaves
),
-- The consents of a participant after each step: a JSON array, each with its act (c), first day (f), effect (x), end (u) and what ends it (e).
fold AS (
    SELECT treaty, participant, 0 AS n, 0 AS bound, '[]' AS consents FROM step WHERE n = 1
    UNION ALL
    SELECT fold.treaty, fold.participant, step.n,
           CASE step.phase
               WHEN 0 THEN EXISTS (SELECT 1 FROM json_each(fold.consents) WHERE coalesce(value ->> 'u', '9999-12-32') > step.day)
               ELSE fold.bound END,
           CASE
               WHEN step.phase = 0 OR (step.phase = 1 AND NOT fold.bound) OR (step.phase = 3 AND fold.bound) THEN fold.consents
               -- A second consent on top of one without an end is void.
               WHEN step.phase = 2 AND fold.consents <> '[]' AND json_extract(fold.consents, '$[#-1].u') IS NULL THEN fold.consents
               WHEN step.phase = 2 THEN json_insert(fold.consents, '$[#]', json_object('c', step.id, 'f', step.date, 'x', step.effect))
               -- There is nothing to end, or the clause does not permit a notice yet.
               WHEN step.until IS NULL THEN fold.consents
               WHEN step.kind = 'withdrawal'
                   AND NOT EXISTS (SELECT 1 FROM json_each(fold.consents) WHERE coalesce(value ->> 'u', '9999-12-32') > step.date)
                   THEN fold.consents
               WHEN step.lock_months IS NOT NULL AND step.date < date(min(
                       date(coalesce(step.locked_from, json_extract(fold.consents, '$[#-1].x')), '+' || step.lock_months || ' months'),
                       date(coalesce(step.locked_from, json_extract(fold.consents, '$[#-1].x')),
                            'start of month', '+' || (step.lock_months + 1) || ' months', '-1 day')), '+' || step.lock_days || ' days')
                   THEN fold.consents
               ELSE (SELECT json_group_array(
                         CASE WHEN value ->> 'f' <= step.until AND coalesce(value ->> 'u', '9999-12-32') > step.until
                              THEN json_set(value, '$.u', step.until, '$.e', step.id) ELSE json(value) END)
                     FROM json_each(fold.consents)) END
    FROM fold JOIN step ON step.treaty = fold.treaty AND step.participant = fold.participant AND step.n = fold.n + 1
),
folded AS (
    SELECT treaty, participant, consents, max(n) FROM fold GROUP BY treaty, participant
),
clause AS MATERIALIZED (SELECT treaty, terminated_on, terminated_by FROM treaty_clause)
SELECT period.treaty, period.participant, period.consent, period.since,
       -- The end of the treaty ends what is left.
       CASE WHEN clause.terminated_on < coalesce(period.until, '9999-12-32') THEN clause.terminated_on ELSE period.until END AS until,
       CASE WHEN clause.terminated_on < coalesce(period.until, '9999-12-32') THEN clause.terminated_by ELSE period.ended_by END AS ended_by
FROM (
    SELECT treaty, participant, id AS consent, date AS since, NULL AS until, NULL AS ended_by FROM act WHERE NOT leaves AND position = 1
    UNION ALL
    SELECT treaty, participant, value ->> 'c', value ->> 'f', value ->> 'u', value ->> 'e' FROM folded, json_each(folded.consents)
) AS period
JOIN clause ON clause.treaty = period.treaty;

CREATE VIEW leaving AS
SELECT act.id, period.treaty, period.participant, act.kind, act.date, period.until AS bound_until
FROM consent_period AS period JOIN current_event AS act ON act.id = period.ended_by;

CREATE VIEW party AS
SELECT period.treaty, period.participant, act.kind AS consent, min(period.since) AS since, act.verification
FROM consent_period AS period JOIN current_event AS act ON act.id = period.consent
WHERE period.since <= date('now') AND coalesce(period.until, '9999-12-32') > date('now')
GROUP BY period.treaty, period.participant;

CREATE TRIGGER treaty_event_source_is_never_updated BEFORE UPDATE ON treaty_event_source
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: record a correction instead of an update');
END;

CREATE TRIGGER treaty_event_source_is_never_deleted BEFORE DELETE ON treaty_event_source
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: record a correction instead of deleting');
END;

CREATE TRIGGER treaty_event_source_is_never_replaced BEFORE INSERT ON treaty_event_source
WHEN EXISTS (SELECT 1 FROM treaty_event_source WHERE event = NEW.event AND position = NEW.position)
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: this source of the event is recorded already');
END;

CREATE TRIGGER treaty_id_is_well_formed BEFORE INSERT ON treaty
WHEN NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR NEW.id GLOB '*-' OR NEW.id GLOB '*--*'
BEGIN
    SELECT RAISE(ABORT, 'a treaty id must be lower-case letters and digits in groups, joined by single hyphens');
END;

CREATE TRIGGER treaty_name_is_its_own BEFORE INSERT ON treaty
WHEN EXISTS (
    SELECT 1 FROM treaty
    WHERE id <> NEW.id AND (id COLLATE NOCASE IN (NEW.id, NEW.mtdsg) OR mtdsg COLLATE NOCASE IN (NEW.id, NEW.mtdsg)))
BEGIN
    SELECT RAISE(ABORT, 'another treaty has this id or MTDSG number, in some letter case');
END;

CREATE TRIGGER treaty_name_stays_its_own BEFORE UPDATE OF id, mtdsg ON treaty
WHEN EXISTS (
    SELECT 1 FROM treaty
    WHERE id <> OLD.id AND (id COLLATE NOCASE IN (NEW.id, NEW.mtdsg) OR mtdsg COLLATE NOCASE IN (NEW.id, NEW.mtdsg)))
BEGIN
    SELECT RAISE(ABORT, 'another treaty has this id or MTDSG number, in some letter case');
END;

CREATE TRIGGER source_id_is_well_formed BEFORE INSERT ON source
WHEN NEW.id NOT GLOB '[A-Za-z0-9]*' OR NEW.id GLOB '*[^A-Za-z0-9._-]*'
BEGIN
    SELECT RAISE(ABORT, 'a source id must be letters, digits, dots, underscores and hyphens, the first a letter or digit');
END;

CREATE TRIGGER source_id_is_its_own BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM source WHERE id <> NEW.id AND id COLLATE NOCASE = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'another source has this id in another letter case');
END;

CREATE TRIGGER participant_code_is_well_formed BEFORE INSERT ON participant
WHEN NEW.code GLOB '*[^A-Z]*' OR NEW.iso2 GLOB '*[^A-Z]*'
BEGIN
    SELECT RAISE(ABORT, 'codes of participants must be capital letters A to Z');
END;

CREATE TRIGGER participant_code_stays_well_formed BEFORE UPDATE OF code, iso2 ON participant
WHEN NEW.code GLOB '*[^A-Z]*' OR NEW.iso2 GLOB '*[^A-Z]*'
BEGIN
    SELECT RAISE(ABORT, 'codes of participants must be capital letters A to Z');
END;

CREATE TRIGGER treaty_event_is_never_updated BEFORE UPDATE ON treaty_event
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: record a correction instead of an update');
END;

CREATE TRIGGER treaty_event_is_never_deleted BEFORE DELETE ON treaty_event
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: record a correction instead of deleting');
END;

CREATE TRIGGER treaty_event_is_never_replaced BEFORE INSERT ON treaty_event
WHEN EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: an event with this id is recorded already');
END;

CREATE TRIGGER correction_stays_within_its_treaty BEFORE INSERT ON treaty_event
WHEN NEW.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.corrects AND treaty = NEW.treaty)
BEGIN
    SELECT RAISE(ABORT, 'a correction must name an earlier event of the same treaty');
END;

CREATE TRIGGER correction_names_an_act BEFORE INSERT ON treaty_event
WHEN NEW.corrects IS NOT NULL AND EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.corrects AND kind = 'correction')
BEGIN
    SELECT RAISE(ABORT, 'a correction must name an act, not a correction: correct the act again');
END;

CREATE TRIGGER treaty_event_id_is_well_formed BEFORE INSERT ON treaty_event
WHEN NEW.id NOT GLOB '[A-Za-z0-9]*' OR NEW.id GLOB '*[^A-Za-z0-9-]*'
BEGIN
    SELECT RAISE(ABORT, 'an event id must be letters, digits and hyphens');
END;

CREATE TRIGGER treaty_event_recorded_at_has_milliseconds BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must be written as 2026-11-23T00:00:00.000Z');
END;

CREATE TRIGGER treaty_event_is_never_backdated BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at < (SELECT max(recorded_at) FROM treaty_event)
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must not be earlier than that of the newest event: record it as of now');
END;

CREATE TRIGGER treaty_event_depositary_is_the_treaty_s BEFORE INSERT ON treaty_event
WHEN NEW.depositary IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM treaty WHERE id = NEW.treaty AND depositary = NEW.depositary)
    AND NOT EXISTS (SELECT 1 FROM treaty_depositary WHERE treaty = NEW.treaty AND depositary = NEW.depositary)
BEGIN
    SELECT RAISE(ABORT, 'the depositary of an event must be one of the depositaries of its treaty');
END;

CREATE TRIGGER treaty_event_recorded_at_exists BEFORE INSERT ON treaty_event
WHEN date(substr(NEW.recorded_at, 1, 10), '+0 days') IS NOT substr(NEW.recorded_at, 1, 10) OR substr(NEW.recorded_at, 12, 2) > '23'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at is not an instant of the calendar');
END;

CREATE TRIGGER treaty_recorded_at_exists BEFORE INSERT ON treaty
WHEN date(substr(NEW.recorded_at, 1, 10), '+0 days') IS NOT substr(NEW.recorded_at, 1, 10) OR substr(NEW.recorded_at, 12, 2) > '23'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at is not an instant of the calendar');
END;

CREATE TRIGGER treaty_recorded_at_stays_an_instant BEFORE UPDATE OF recorded_at ON treaty
WHEN date(substr(NEW.recorded_at, 1, 10), '+0 days') IS NOT substr(NEW.recorded_at, 1, 10) OR substr(NEW.recorded_at, 12, 2) > '23'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at is not an instant of the calendar');
END;

CREATE TRIGGER treaty_id_stays_well_formed BEFORE UPDATE OF id ON treaty
WHEN NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR NEW.id GLOB '*-' OR NEW.id GLOB '*--*'
BEGIN
    SELECT RAISE(ABORT, 'a treaty id must be lower-case letters and digits in groups, joined by single hyphens');
END;

CREATE TRIGGER source_id_stays_well_formed BEFORE UPDATE OF id ON source
WHEN NEW.id NOT GLOB '[A-Za-z0-9]*' OR NEW.id GLOB '*[^A-Za-z0-9._-]*'
BEGIN
    SELECT RAISE(ABORT, 'a source id must be letters, digits, dots, underscores and hyphens, the first a letter or digit');
END;

CREATE TRIGGER recording_is_never_updated BEFORE UPDATE ON recording
BEGIN
    SELECT RAISE(ABORT, 'recordings are append-only: record again instead of an update');
END;

CREATE TRIGGER recording_is_never_deleted BEFORE DELETE ON recording
BEGIN
    SELECT RAISE(ABORT, 'recordings are append-only: nothing recorded is deleted');
END;

CREATE TRIGGER recording_follows_the_newest BEFORE INSERT ON recording
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM recording) OR NEW.instant <= (SELECT max(instant) FROM recording)
BEGIN
    SELECT RAISE(ABORT, 'a recording must have the next number and a later instant than the newest one');
END;

CREATE TRIGGER reference_version_is_never_updated BEFORE UPDATE ON reference_version
BEGIN
    SELECT RAISE(ABORT, 'versions of reference data are append-only: record another version instead of an update');
END;

CREATE TRIGGER reference_version_is_never_deleted BEFORE DELETE ON reference_version
BEGIN
    SELECT RAISE(ABORT, 'versions of reference data are append-only: nothing recorded is deleted');
END;

CREATE TRIGGER reference_version_is_of_an_open_recording BEFORE INSERT ON reference_version
WHEN NEW.recording <= (SELECT max(number) FROM recording)
BEGIN
    SELECT RAISE(ABORT, 'a recording is closed: record another version of the reference data in a new one');
END;

CREATE TRIGGER treaty_event_is_of_an_open_recording BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at <= (SELECT max(instant) FROM recording) AND NOT EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must be later than the newest recording: a recording is closed');
END;

CREATE TRIGGER treaty_event_source_is_of_an_open_recording BEFORE INSERT ON treaty_event_source
WHEN (SELECT recorded_at FROM treaty_event WHERE id = NEW.event) <= (SELECT max(instant) FROM recording)
    AND NOT EXISTS (SELECT 1 FROM treaty_event_source WHERE event = NEW.event AND position = NEW.position)
BEGIN
    SELECT RAISE(ABORT, 'a recording is closed: record a correction to add a source');
END;
