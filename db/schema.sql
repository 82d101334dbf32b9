-- What a fresh run yields: generated from the migrations, compared by a test. ACCEPT=1 dotnet test rewrites it.
-- application_id 1414677825, user_version 5

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
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;

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

CREATE VIEW leaving AS
WITH clause AS (
    SELECT id AS treaty, parent,
           CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NULL THEN json_extract(final_clauses, '$.withdrawal.receivedBy') END AS received_by,
           CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NULL AND json_extract(final_clauses, '$.withdrawal.effectAfterReceipt') IS NOT NULL
                THEN coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.months'), 0) ELSE 12 END AS months,
           CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NULL
                THEN coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.days'), 0) ELSE 0 END AS days,
           coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.thenFirstOfFollowingMonth'), 0) AS then_first,
           coalesce(json_extract(final_clauses, '$.withdrawal.entailsProtocols'), 0) AS entails_protocols
    FROM treaty
),
by_clause AS (
    SELECT act.id, act.treaty, act.participant, act.kind, act.date, act.effective_on, clause.entails_protocols, clause.then_first,
           CASE WHEN clause.received_by IS NULL
                -- date() runs over the end of a short month into the next: the last day of the month meant is the limit.
                THEN date(min(date(act.date, '+' || clause.months || ' months'),
                              date(act.date, 'start of month', '+' || (clause.months + 1) || ' months', '-1 day')), '+' || clause.days || ' days')
                ELSE date(act.date, 'start of year', CASE WHEN substr(act.date, 6) <= clause.received_by THEN '+1 year' ELSE '+2 years' END) END AS due
    FROM current_event AS act JOIN clause ON clause.treaty = act.treaty
    WHERE act.kind IN ('withdrawal', 'consent-withdrawn', 'cessation', 'terminated')
),
ending AS (
    SELECT id, treaty, participant, kind, date, entails_protocols,
           CASE WHEN kind <> 'withdrawal' THEN coalesce(effective_on, date)
                ELSE max(date, coalesce(effective_on, CASE WHEN then_first THEN date(due, 'start of month', '+1 month') ELSE due END)) END AS bound_until
    FROM by_clause
),
standing AS (
    SELECT * FROM ending
    WHERE kind <> 'withdrawal' OR NOT EXISTS (
        SELECT 1 FROM current_event AS revocation
        WHERE revocation.treaty = ending.treaty AND revocation.participant = ending.participant AND revocation.kind = 'withdrawal-revoked'
          AND revocation.date >= ending.date AND revocation.date < ending.bound_until)
)
SELECT id, treaty, participant, kind, date, bound_until FROM standing
UNION ALL
SELECT standing.id, protocol.id, standing.participant, standing.kind, standing.date, standing.bound_until
FROM standing JOIN treaty AS protocol ON protocol.parent = standing.treaty
WHERE standing.kind = 'withdrawal' AND standing.entails_protocols;

CREATE VIEW party AS
SELECT treaty, participant, kind AS consent, min(date) AS since, verification
FROM current_event AS consent
WHERE kind IN ('definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation', 'participation')
  AND date <= date('now')
  AND NOT EXISTS (
      SELECT 1 FROM leaving
      WHERE leaving.treaty = consent.treaty AND (leaving.participant = consent.participant OR leaving.kind = 'terminated')
        AND leaving.date >= consent.date AND leaving.bound_until >= consent.date AND leaving.bound_until <= date('now'))
GROUP BY treaty, participant;

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
