using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;
using static TreatyTracker.Api.Features.Export.Field;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The recorded tables. Together they contain everything in the register.</summary>
static class RecordTables
{
    // A key never begins like a formula, so it needs no apostrophe to be safe in spreadsheets.
    const string Id = "^[A-Za-z0-9][A-Za-z0-9._-]*$",
        Code = "^[A-Z0-9]{3,4}$";

    public static IReadOnlyList<Table> All { get; } =
    [
        Table.Of(
            "sources",
            "Sources",
            "A source of facts.",
            r => r.Facts.Sources,
            ["id"],
            Text<Source>("id", "Stable id.", s => s.Id).Matching(Id),
            Text<Source>("title", "Title of the source.", s => s.Title).Required,
            Text<Source>("url", "Web address; empty if it has none.", s => s.Url) with
            {
                Format = "uri",
            },
            Text<Source>(
                "licence",
                "The terms of use: an SPDX identifier such as CC-BY-4.0, or words; empty if they are not known.",
                s => s.Licence
            ),
            Text<Source>("attribution", "Who must be named with it; empty if nobody must.", s => s.Attribution)
        ),
        Table.Of(
            "participants",
            "States and organizations",
            "A State, a regional organization or a former State.",
            r => r.Facts.Participants,
            ["code"],
            Text<ParticipantEntry>("code", "ISO 3166-1 alpha-3, or a private code.", p => p.Code).Matching(Code),
            Text<ParticipantEntry>("iso2", "ISO 3166-1 alpha-2.", p => p.Participant.Iso2).Matching("^[A-Z]{2}$"),
            Text<ParticipantEntry>("m49", "UN M49 number.", p => p.Participant.M49).Matching("^[0-9]{3}$"),
            Word<ParticipantEntry, ParticipantKind>("kind", "Current kind of participant.", p => p.Participant.Kind).Required,
            Day<ParticipantEntry>("unMemberSince", "Date of admission to the United Nations.", p => p.Participant.UnMemberSince),
            Day<ParticipantEntry>("unMemberUntil", "Last day of membership.", p => p.Participant.UnMemberUntil),
            Text<ParticipantEntry>("name", "The current name, in English.", p => p.NameIn(Languages.English)).Required,
            Text<ParticipantEntry>("officialName", "The formal name, in English.", p => p.OfficialName).Required,
            Text<ParticipantEntry>("region", "M49 region.", p => p.Participant.Region),
            Text<ParticipantEntry>("subRegion", "M49 sub-region.", p => p.Participant.SubRegion),
            Text<ParticipantEntry>("intermediateRegion", "M49 intermediate region.", p => p.Participant.IntermediateRegion),
            Text<ParticipantEntry>("unRegionalGroup", "UN regional group.", p => p.Participant.UnRegionalGroup),
            Text<ParticipantEntry>("note", "A remark.", p => p.Note),
            Day<ParticipantEntry>(
                "unObserverSince",
                "First day of observer status at the United Nations.",
                p => p.Participant.UnObserverSince
            ),
            Day<ParticipantEntry>("statehoodSince", "Day of succession, normally independence.", p => p.Participant.StatehoodSince),
            Text<ParticipantEntry>("statehoodBasis", "What statehoodSince is based on.", p => p.StatehoodBasis),
            Day<ParticipantEntry>(
                "statehoodUntil",
                "Last day of a former State that did not end as a UN Member.",
                p => p.Participant.StatehoodUntil
            )
        ),
        Table.Of(
            "participant-names",
            "Names of States and organizations",
            "A name in one language, for a period.",
            r =>
                r.Facts.Participants.SelectMany(p => p.Names, (p, n) => (p.Code, Name: n))
                    .OrderBy(n => n.Code, StringComparer.Ordinal)
                    .ThenBy(n => n.Name.Language, StringComparer.Ordinal)
                    .ThenBy(n => n.Name.Name, StringComparer.Ordinal),
            ["participant", "language", "name"],
            Text<(string Code, ParticipantName Name)>("participant", "The participant that has the name.", n => n.Code)
                .References("participants", "code"),
            Language<(string Code, ParticipantName Name)>("language", n => n.Name.Language),
            Text<(string Code, ParticipantName Name)>("name", "The name.", n => n.Name.Name),
            Day<(string Code, ParticipantName Name)>(
                "usedFrom",
                "First day of use; empty if not known or from the beginning.",
                n => n.Name.From
            ),
            Day<(string Code, ParticipantName Name)>("usedUntil", "Last day of use; empty while in use.", n => n.Name.Until)
        ),
        Table.Of(
            "other-names",
            "Other names of States and organizations",
            "A name in common use that is not an official name of the participant.",
            r => r.Facts.Participants.SelectMany(p => p.OtherNames, (p, n) => (p.Code, Name: n)),
            ["participant", "language", "name"],
            Text<(string Code, OtherName Name)>("participant", "The participant that has the name.", n => n.Code)
                .References("participants", "code"),
            Language<(string Code, OtherName Name)>("language", n => n.Name.Language),
            Text<(string Code, OtherName Name)>("name", "The name.", n => n.Name.Name)
        ),
        Table.Of(
            "participant-successors",
            "Successors of former States",
            "A State that succeeds or continues a former State.",
            r => r.Facts.Participants.SelectMany(p => p.Participant.Successors.Select((s, i) => (p.Code, Successor: s, Position: i + 1))),
            ["participant", "successor"],
            Text<(string Code, string Successor, int Position)>("participant", "The former State.", s => s.Code)
                .References("participants", "code"),
            Text<(string Code, string Successor, int Position)>("successor", "The State that succeeds or continues it.", s => s.Successor)
                .References("participants", "code"),
            Number<(string Code, string Successor, int Position)>(
                "position",
                "Position in the given order, starting at 1.",
                s => s.Position
            )
        ),
        Table.Of(
            "memberships",
            "Members of organizations",
            "A State's membership of an organization, for a period.",
            r => r.Facts.Participants.SelectMany(p => p.Participant.Members, (p, m) => (p.Code, Member: m)),
            ["organization", "member", "from"],
            Text<(string Code, Membership Member)>("organization", "The organization.", m => m.Code).References("participants", "code"),
            Text<(string Code, Membership Member)>("member", "The State.", m => m.Member.Member).References("participants", "code"),
            Day<(string Code, Membership Member)>("from", "First day of membership.", m => m.Member.From),
            Day<(string Code, Membership Member)>("until", "Last day of membership; empty if it continues.", m => m.Member.Until)
        ),
        Table.Of(
            "treaties",
            "Treaties",
            "A convention, protocol, amendment or agreement.",
            r => r.Facts.Treaties,
            ["id"],
            Text<Treaty>("id", "Stable id.", t => t.Id).Matching(Id),
            Text<Treaty>("mtdsg", "Number in Multilateral Treaties Deposited with the Secretary-General.", t => t.Mtdsg) with
            {
                Constraints = new(Required: true, Unique: true),
            },
            Word<Treaty, TreatyKind>("kind", "Kind of instrument.", t => t.Kind).Required,
            Text<Treaty>("parent", "The parent treaty.", t => t.Parent).References("treaties", "id"),
            Text<Treaty>("title", "Title, in English.", t => t.Titles[Languages.English]).Required,
            Text<Treaty>("subject", "Subject.", t => t.Subject).Required,
            Day<Treaty>("adoptedOn", "Date of adoption.", t => t.Adopted.On).Required,
            Text<Treaty>("adoptedAt", "Place of adoption.", t => t.Adopted.Place),
            Text<Treaty>("adoptedBy", "The body or conference that adopted it.", t => t.Adopted.By),
            Text<Treaty>("depositary", "Depositary.", t => t.Depositary).Required,
            Text<Treaty>("unts", "Volume in the United Nations Treaty Series.", t => t.Unts),
            Day<Treaty>(
                "entryIntoForcePublished",
                "Date of entry into force as published by the depositary.",
                t => t.EntryIntoForcePublished
            ),
            new(
                "finalClauses",
                "Final clauses, in the JSON format of the seeds.",
                t => JsonSerializer.Serialize(t.FinalClauses, Json.Column),
                "object",
                null,
                new(Required: true)
            ),
            Day<Treaty>("completeThrough", "Last day through which its events are known to be complete.", t => t.CompleteThrough).Required,
            InstantOf<Treaty>("recordedAt", "When the treaty was first recorded.", t => t.RecordedAt),
            Text<Treaty>("number", "Number of the treaty; empty if it has none.", t => t.OwnNumber.Number),
            Text<Treaty>("numbering", "Whose number it is: mtdsg, icao, iaea.", t => t.OwnNumber.Numbering),
            Text<Treaty>("coverage", "How far the record is proved: proved, newer-acts or older-table.", t => t.Coverage?.WireName()),
            Text<Treaty>("recordNote", "What may be missing from the record.", t => t.RecordNote)
        ),
        Table.Of(
            "treaty-titles",
            "Titles of treaties",
            "A treaty's title in one language.",
            r =>
                r.Facts.Treaties.SelectMany(
                    t => t.Titles.OrderBy(x => x.Key, StringComparer.Ordinal),
                    (t, x) => (Treaty: t, Language: x.Key, Title: x.Value)
                ),
            ["treaty", "language"],
            Text<(Treaty Treaty, string Language, string Title)>("treaty", "The treaty that has the title.", t => t.Treaty.Id)
                .References("treaties", "id"),
            Language<(Treaty Treaty, string Language, string Title)>("language", t => t.Language),
            Text<(Treaty Treaty, string Language, string Title)>("title", "The title.", t => t.Title).Required,
            Text<(Treaty Treaty, string Language, string Title)>(
                "shortTitle",
                "Short title; empty if it has none.",
                t => t.Treaty.ShortTitles.GetValueOrDefault(t.Language)
            )
        ),
        Table.Of(
            "treaty-depositaries",
            "Depositaries of treaties with several",
            "A depositary of a treaty that has several.",
            r => r.Facts.Treaties.SelectMany(t => t.Depositaries.Select((d, i) => (t.Id, Depositary: d, Position: i + 1))),
            ["treaty", "position"],
            Text<(string Id, string Depositary, int Position)>("treaty", "The treaty.", d => d.Id).References("treaties", "id"),
            Number<(string Id, string Depositary, int Position)>(
                "position",
                "Position in the given order, starting at 1.",
                d => d.Position
            ),
            Text<(string Id, string Depositary, int Position)>("depositary", "The depositary.", d => d.Depositary).Required
        ),
        Table.Of(
            "treaty-lists",
            "Lists and weights of final clauses",
            "A participant on a list to which a treaty's final clauses refer.",
            r => r.Facts.Treaties.SelectMany(t => t.Lists, (t, e) => (t.Id, Entry: e)),
            ["treaty", "list", "participant"],
            Text<(string Id, ListEntry Entry)>("treaty", "The treaty.", e => e.Id).References("treaties", "id"),
            Text<(string Id, ListEntry Entry)>("list", "Name of the list.", e => e.Entry.List).Matching(Id),
            Text<(string Id, ListEntry Entry)>("participant", "The participant.", e => e.Entry.Participant)
                .References("participants", "code"),
            new(
                "weight",
                "Its weight, in the unit of the list; empty if the list has none.",
                e => e.Entry.Weight,
                "number",
                null,
                new(Minimum: 0)
            ),
            Text<(string Id, ListEntry Entry)>("source", "The source.", e => e.Entry.Source).References("sources", "id")
        ),
        Table.Of(
            "events",
            "Events",
            "An event as it was recorded. Events never change: a correction is a separate row that refers to the event and contains the "
                + "correct values.",
            r => r.Facts.Events,
            ["id"],
            Text<TreatyEvent>("id", "Stable id.", e => e.Id).Matching(Id),
            Text<TreatyEvent>("treaty", "The treaty.", e => e.Treaty).Required.References("treaties", "id"),
            Text<TreatyEvent>(
                    "participant",
                    "The participant; empty if the event is the termination of the treaty.",
                    e => e.Participant.Length == 0 ? null : e.Participant
                )
                .References("participants", "code"),
            Word<TreatyEvent, EventKind>("kind", "Kind of event.", e => e.Kind).Required,
            Day<TreatyEvent>(
                "date",
                "Date of signature, deposit or receipt. If it is known only as a period, the last day; if only the effect is known, the "
                    + "date of effect.",
                e => e.Date
            ).Required,
            Day<TreatyEvent>(
                "effectiveOn",
                "Date of legal effect, if it differs from the date computed from the final clauses.",
                e => e.EffectiveOn
            ),
            InstantOf<TreatyEvent>("recordedAt", "When the register recorded the event.", e => e.RecordedAt),
            Word<TreatyEvent, Verification>("verification", "How well the date is confirmed.", e => e.Verification).Required,
            Text<TreatyEvent>("note", "A remark.", e => e.Note),
            Text<TreatyEvent>("corrects", "For a correction: the event that it replaces or retracts.", e => e.Corrects)
                .References("events", "id"),
            Word<TreatyEvent, EventKind>(
                "correctedKind",
                "For a correction: the correct kind of event. Empty if the correction retracts the event.",
                e => e.CorrectedKind
            ),
            Text<TreatyEvent>(
                "datePeriod",
                "The period in which the event took place (ISO 8601-2); empty unless the date is known only as a period.",
                e => e.DateKnown is DateKnown.Period ? e.DatePeriod.ToString() : null
            ),
            Word<TreatyEvent, DateKnown>("dateKnown", "How exactly the date is known.", e => e.DateKnown).Required,
            Text<TreatyEvent>("depositary", "The depositary with which the deposit was made.", e => e.Depositary),
            Text<TreatyEvent>("counterpart", "The participant towards which the event is directed.", e => e.Counterpart)
                .References("participants", "code"),
            new(
                "opposesEntryIntoForce",
                "Whether an objection opposes entry into force between the two participants; empty for other events.",
                e => (e.CorrectedKind ?? e.Kind) is EventKind.Objection ? e.OpposesEntryIntoForce : null,
                "boolean"
            )
        ),
        Table.Of(
            "event-sources",
            "Sources of events",
            "A source of an event.",
            r => r.Facts.Events.SelectMany(e => e.Sources.Select((s, i) => (e.Id, Source: s, Position: i + 1))),
            ["event", "position"],
            Text<(string Id, string Source, int Position)>("event", "The event.", s => s.Id).References("events", "id"),
            Number<(string Id, string Source, int Position)>("position", "Position in the given order, starting at 1.", s => s.Position),
            Text<(string Id, string Source, int Position)>("source", "The source.", s => s.Source).Required.References("sources", "id")
        ),
        Table.Of(
            "published-counts",
            "Published counts",
            "A count that a source published for a day.",
            r => r.Facts.PublishedCounts,
            ["treaty", "asOf", "metric", "source"],
            Text<PublishedCount>("treaty", "The treaty.", c => c.Treaty).References("treaties", "id"),
            Day<PublishedCount>("asOf", "The day.", c => c.AsOf),
            Word<PublishedCount, PublishedMetric>("metric", "The named count.", c => c.Metric),
            Number<PublishedCount>("published", "The figure.", c => c.Published),
            Text<PublishedCount>("source", "The source that published it.", c => c.Source).References("sources", "id"),
            Text<PublishedCount>("note", "A remark.", c => c.Note)
        ),
        Table.Of(
            "waivers",
            "Waivers",
            "An accepted finding of the consistency check. An empty cell matches any value.",
            r => r.Facts.Waivers,
            [],
            Text<Waiver>("rule", "The rule.", w => w.Rule).Required.Matching(Id),
            Text<Waiver>("treaty", "The treaty.", w => w.Treaty).References("treaties", "id"),
            Text<Waiver>("participant", "The participant.", w => w.Participant).References("participants", "code"),
            Text<Waiver>("event", "The event, which may no longer exist.", w => w.Event),
            Day<Waiver>("day", "The day.", w => w.Day),
            Text<Waiver>("reason", "Why the finding is accepted.", w => w.Reason).Required,
            Text<Waiver>("source", "The source of the reason.", w => w.Source).Required.References("sources", "id"),
            Day<Waiver>("expires", "Last day of the waiver; empty if it does not expire.", w => w.Expires)
        ),
    ];
}
