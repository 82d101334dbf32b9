using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;
using static TreatyTracker.Api.Features.Export.Field;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The tables of what was recorded: together, all that the register holds.</summary>
static class RecordTables
{
    // A key never begins with a sign that a spreadsheet takes for a formula: it is written as it is.
    const string Id = "^[A-Za-z0-9][A-Za-z0-9._-]*$",
        Code = "^[A-Z0-9]{3,4}$";

    public static IReadOnlyList<Table> All { get; } =
    [
        Table.Of(
            "sources",
            "Sources",
            "Where facts come from.",
            r => r.Facts.Sources,
            ["id"],
            Text<Source>("id", "Stable id.", s => s.Id).Like(Id),
            Text<Source>("title", "What it is.", s => s.Title).Required,
            Text<Source>("url", "Its address; empty where it has none.", s => s.Url) with
            {
                Format = "uri",
            }
        ),
        Table.Of(
            "participants",
            "States and organizations",
            "A State, a regional organization or a former State.",
            r => r.Facts.Participants,
            ["code"],
            Text<ParticipantEntry>("code", "ISO 3166-1 alpha-3, or a private code.", p => p.Code).Like(Code),
            Text<ParticipantEntry>("iso2", "ISO 3166-1 alpha-2.", p => p.Participant.Iso2).Like("^[A-Z]{2}$"),
            Text<ParticipantEntry>("m49", "UN M49 number.", p => p.Participant.M49).Like("^[0-9]{3}$"),
            Word<ParticipantEntry, ParticipantKind>("kind", "What it is today.", p => p.Participant.Kind).Required,
            Day<ParticipantEntry>("unMemberSince", "Admission to the United Nations.", p => p.Participant.UnMemberSince),
            Day<ParticipantEntry>("unMemberUntil", "Last day of membership.", p => p.Participant.UnMemberUntil),
            Text<ParticipantEntry>("name", "The name in use, in English.", p => p.NameIn(Languages.English)).Required,
            Text<ParticipantEntry>("officialName", "The formal name, in English.", p => p.OfficialName).Required,
            Text<ParticipantEntry>("region", "M49 region.", p => p.Participant.Region),
            Text<ParticipantEntry>("subRegion", "M49 sub-region.", p => p.Participant.SubRegion),
            Text<ParticipantEntry>("intermediateRegion", "M49 intermediate region.", p => p.Participant.IntermediateRegion),
            Text<ParticipantEntry>("unRegionalGroup", "UN regional group.", p => p.Participant.UnRegionalGroup),
            Text<ParticipantEntry>("note", "A remark.", p => p.Note)
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
            Text<(string Code, ParticipantName Name)>("participant", "Whose name.", n => n.Code).Of("participants", "code"),
            Tongue<(string Code, ParticipantName Name)>("language", n => n.Name.Language),
            Text<(string Code, ParticipantName Name)>("name", "The name.", n => n.Name.Name),
            Day<(string Code, ParticipantName Name)>(
                "usedFrom",
                "First day of use; empty where not known or from the beginning.",
                n => n.Name.From
            ),
            Day<(string Code, ParticipantName Name)>("usedUntil", "Last day of use; empty while in use.", n => n.Name.Until)
        ),
        Table.Of(
            "other-names",
            "Other names of States and organizations",
            "A name that people use beside those that the participant bears.",
            r => r.Facts.Participants.SelectMany(p => p.OtherNames, (p, n) => (p.Code, Name: n)),
            ["participant", "language", "name"],
            Text<(string Code, OtherName Name)>("participant", "Whose name.", n => n.Code).Of("participants", "code"),
            Tongue<(string Code, OtherName Name)>("language", n => n.Name.Language),
            Text<(string Code, OtherName Name)>("name", "The name.", n => n.Name.Name)
        ),
        Table.Of(
            "participant-successors",
            "Successors of former States",
            "A State that came after a former one.",
            r => r.Facts.Participants.SelectMany(p => p.Participant.Successors.Select((s, i) => (p.Code, Successor: s, Position: i + 1))),
            ["participant", "successor"],
            Text<(string Code, string Successor, int Position)>("participant", "The former State.", s => s.Code).Of("participants", "code"),
            Text<(string Code, string Successor, int Position)>("successor", "The State that came after it.", s => s.Successor)
                .Of("participants", "code"),
            Number<(string Code, string Successor, int Position)>("position", "Its place in the order given, from 1.", s => s.Position)
        ),
        Table.Of(
            "memberships",
            "Members of organizations",
            "A State's membership of an organization, for a period.",
            r => r.Facts.Participants.SelectMany(p => p.Participant.Members, (p, m) => (p.Code, Member: m)),
            ["organization", "member", "from"],
            Text<(string Code, Membership Member)>("organization", "The organization.", m => m.Code).Of("participants", "code"),
            Text<(string Code, Membership Member)>("member", "The State.", m => m.Member.Member).Of("participants", "code"),
            Day<(string Code, Membership Member)>("from", "First day of membership.", m => m.Member.From),
            Day<(string Code, Membership Member)>("until", "Last day of membership; empty while it lasts.", m => m.Member.Until)
        ),
        Table.Of(
            "treaties",
            "Treaties",
            "A convention, protocol, amendment or agreement.",
            r => r.Facts.Treaties,
            ["id"],
            Text<Treaty>("id", "Stable id.", t => t.Id).Like(Id),
            Text<Treaty>("mtdsg", "Number in Multilateral Treaties Deposited with the Secretary-General.", t => t.Mtdsg) with
            {
                Constraints = new(Required: true, Unique: true),
            },
            Word<Treaty, TreatyKind>("kind", "What it is.", t => t.Kind).Required,
            Text<Treaty>("parent", "The treaty that it belongs to.", t => t.Parent).Of("treaties", "id"),
            Text<Treaty>("title", "Its title, in English.", t => t.Titles[Languages.English]).Required,
            Text<Treaty>("subject", "What it is about.", t => t.Subject).Required,
            Day<Treaty>("adoptedOn", "Day of adoption.", t => t.Adopted.On).Required,
            Text<Treaty>("adoptedAt", "Place of adoption.", t => t.Adopted.Place),
            Text<Treaty>("adoptedBy", "Who adopted it.", t => t.Adopted.By),
            Text<Treaty>("depositary", "Its depositary.", t => t.Depositary).Required,
            Text<Treaty>("unts", "Volume in the United Nations Treaty Series.", t => t.Unts),
            Day<Treaty>("entryIntoForcePublished", "Entry into force as the depositary published it.", t => t.EntryIntoForcePublished),
            new(
                "finalClauses",
                "Its final clauses, as in the seeds.",
                t => JsonSerializer.Serialize(t.FinalClauses, Json.Column),
                "object",
                null,
                new(Required: true)
            ),
            Day<Treaty>("completeThrough", "Last day through which its events are known to be complete.", t => t.CompleteThrough).Required,
            Moment<Treaty>("recordedAt", "When its record was first laid down.", t => t.RecordedAt)
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
            Text<(Treaty Treaty, string Language, string Title)>("treaty", "Whose title.", t => t.Treaty.Id).Of("treaties", "id"),
            Tongue<(Treaty Treaty, string Language, string Title)>("language", t => t.Language),
            Text<(Treaty Treaty, string Language, string Title)>("title", "The title.", t => t.Title).Required,
            Text<(Treaty Treaty, string Language, string Title)>(
                "shortTitle",
                "A short title; empty where there is none.",
                t => t.Treaty.ShortTitles.GetValueOrDefault(t.Language)
            )
        ),
        Table.Of(
            "events",
            "Events",
            "One act as it was recorded. Never changed: a correction is a row of its own, which names the event that it corrects and carries the right values.",
            r => r.Facts.Events,
            ["id"],
            Text<TreatyEvent>("id", "Stable id.", e => e.Id).Like(Id),
            Text<TreatyEvent>("treaty", "Under which treaty.", e => e.Treaty).Required.Of("treaties", "id"),
            Text<TreatyEvent>(
                    "participant",
                    "Whose act; empty for the treaty's own end.",
                    e => e.Participant.Length == 0 ? null : e.Participant
                )
                .Of("participants", "code"),
            Word<TreatyEvent, EventKind>("kind", "What was done.", e => e.Kind).Required,
            Day<TreatyEvent>("date", "Day of signature, deposit or receipt.", e => e.Date).Required,
            Day<TreatyEvent>("effectiveOn", "Day of legal effect, where it differs from what the final clauses give.", e => e.EffectiveOn),
            Moment<TreatyEvent>("recordedAt", "When the register learned of it.", e => e.RecordedAt),
            Word<TreatyEvent, Verification>("verification", "How well the day is known.", e => e.Verification).Required,
            Text<TreatyEvent>("note", "A remark.", e => e.Note),
            Text<TreatyEvent>("corrects", "Of a correction: the event that it corrects.", e => e.Corrects).Of("events", "id"),
            Word<TreatyEvent, EventKind>(
                "correctedKind",
                "Of a correction: what the act really was. Empty in a correction: the act is retracted.",
                e => e.CorrectedKind
            )
        ),
        Table.Of(
            "event-sources",
            "Sources of events",
            "A source of an event.",
            r => r.Facts.Events.SelectMany(e => e.Sources.Select((s, i) => (e.Id, Source: s, Position: i + 1))),
            ["event", "position"],
            Text<(string Id, string Source, int Position)>("event", "The event.", s => s.Id).Of("events", "id"),
            Number<(string Id, string Source, int Position)>("position", "Its place in the order given, from 1.", s => s.Position),
            Text<(string Id, string Source, int Position)>("source", "The source.", s => s.Source).Required.Of("sources", "id")
        ),
        Table.Of(
            "published-counts",
            "Published counts",
            "What somebody published as a count on a day.",
            r => r.Facts.PublishedCounts,
            ["treaty", "asOf", "metric", "source"],
            Text<PublishedCount>("treaty", "Of which treaty.", c => c.Treaty).Of("treaties", "id"),
            Day<PublishedCount>("asOf", "The day.", c => c.AsOf),
            Word<PublishedCount, PublishedMetric>("metric", "Which count.", c => c.Metric),
            Number<PublishedCount>("published", "The figure.", c => c.Published),
            Text<PublishedCount>("source", "Who published it.", c => c.Source).Of("sources", "id"),
            Text<PublishedCount>("note", "A remark.", c => c.Note)
        ),
        Table.Of(
            "waivers",
            "Waivers",
            "A finding of the consistency check that is known and left standing; an empty cell agrees with any value.",
            r => r.Facts.Waivers,
            [],
            Text<Waiver>("rule", "The rule.", w => w.Rule).Required.Like(Id),
            Text<Waiver>("treaty", "The treaty.", w => w.Treaty).Of("treaties", "id"),
            Text<Waiver>("participant", "The participant.", w => w.Participant).Of("participants", "code"),
            Text<Waiver>("event", "The event; it need not be there any more.", w => w.Event),
            Day<Waiver>("day", "The day.", w => w.Day),
            Text<Waiver>("reason", "Why the finding stands.", w => w.Reason).Required,
            Text<Waiver>("source", "On what the reason rests.", w => w.Source).Required.Of("sources", "id"),
            Day<Waiver>("expires", "Last day on which it waives anything; empty: without end.", w => w.Expires)
        ),
    ];
}
