using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Reads everything that the database holds in the caller's transaction, so that it never sees half of another process's import.
/// </summary>
static class FactsReader
{
    public static Facts Read(SqliteConnection connection, SqliteTransaction transaction) =>
        new()
        {
            Sources = connection
                .Query<(string Id, string Title, string? Url, string? Licence, string? Attribution)>(
                    "SELECT id, title, url, licence, attribution FROM source ORDER BY id",
                    transaction: transaction
                )
                .Select(s => new Source(s.Id, s.Title, s.Url) { Licence = s.Licence, Attribution = s.Attribution })
                .ToList(),
            Participants = Participants(connection, transaction),
            Treaties = Treaties(connection, transaction),
            Events = [.. EventsAfter(connection, transaction, null)],
            PublishedCounts = connection
                .Query<PublishedCountRow>(
                    "SELECT treaty, as_of AS AsOf, metric, published, source, note FROM published_count ORDER BY treaty, as_of, "
                        + "metric, source",
                    transaction: transaction
                )
                .Select(c => new PublishedCount(
                    c.Treaty,
                    Day(c.AsOf),
                    WireNames.Find<PublishedMetric>(c.Metric)!.Value,
                    (int)c.Published,
                    c.Source,
                    c.Note
                ))
                .ToList(),
            Waivers = connection
                .Query<WaiverRow>(
                    "SELECT rule, treaty, participant, event, day, reason, source, expires FROM waiver ORDER BY rule, treaty, "
                        + "participant, event, day",
                    transaction: transaction
                )
                .Select(w => new Waiver(w.Rule, w.Treaty, w.Participant, w.Event, MaybeDay(w.Day), w.Reason, w.Source, MaybeDay(w.Expires)))
                .ToList(),
        };

    sealed record WaiverRow(
        string Rule,
        string? Treaty,
        string? Participant,
        string? Event,
        string? Day,
        string Reason,
        string Source,
        string? Expires
    );

    sealed record PublishedCountRow(string Treaty, string AsOf, string Metric, long Published, string Source, string? Note);

    sealed record ParticipantRow(
        string Code,
        string? Iso2,
        string? M49,
        string Kind,
        string? UnMemberSince,
        string? UnMemberUntil,
        string? Region,
        string? SubRegion,
        string? IntermediateRegion,
        string? UnRegionalGroup,
        string OfficialName,
        string? Note,
        string? UnObserverSince,
        string? StatehoodSince,
        string? StatehoodBasis,
        string? StatehoodUntil
    );

    static List<ParticipantEntry> Participants(SqliteConnection connection, SqliteTransaction transaction)
    {
        var names = connection
            .Query<(string Code, string Language, string Name, string? From, string? Until)>(
                "SELECT participant, language, name, used_from, used_until FROM participant_name ORDER BY participant, language, "
                    + "coalesce(used_until, '9999-12-31')",
                transaction: transaction
            )
            .ToLookup(n => n.Code, n => new ParticipantName(n.Language, n.Name, MaybeDay(n.From), MaybeDay(n.Until)));
        var otherNames = connection
            .Query<(string Code, string Language, string Name)>(
                "SELECT participant, language, name FROM other_name ORDER BY participant, language, name",
                transaction: transaction
            )
            .ToLookup(n => n.Code, n => new OtherName(n.Language, n.Name));
        var successors = connection
            .Query<(string Code, string Successor)>(
                "SELECT participant, successor FROM participant_successor ORDER BY participant, position",
                transaction: transaction
            )
            .ToLookup(s => s.Code, s => s.Successor);
        var members = connection
            .Query<(string Code, string Member, string From, string? Until)>(
                "SELECT organization, member, member_from, member_until FROM membership ORDER BY organization, member, member_from",
                transaction: transaction
            )
            .ToLookup(m => m.Code, m => new Membership(m.Member, Day(m.From), MaybeDay(m.Until)));
        return connection
            .Query<ParticipantRow>(
                """
                SELECT code, iso2, m49, kind, un_member_since AS UnMemberSince, un_member_until AS UnMemberUntil, region,
                       sub_region AS SubRegion, intermediate_region AS IntermediateRegion, un_regional_group AS UnRegionalGroup,
                       official_name AS OfficialName, note, un_observer_since AS UnObserverSince, statehood_since AS StatehoodSince,
                       statehood_basis AS StatehoodBasis, statehood_until AS StatehoodUntil
                FROM participant ORDER BY code
                """,
                transaction: transaction
            )
            .Select(p => new ParticipantEntry(
                new()
                {
                    Code = p.Code,
                    Iso2 = p.Iso2,
                    M49 = p.M49,
                    Kind = WireNames.Find<ParticipantKind>(p.Kind)!.Value,
                    UnMemberSince = MaybeDay(p.UnMemberSince),
                    UnMemberUntil = MaybeDay(p.UnMemberUntil),
                    UnObserverSince = MaybeDay(p.UnObserverSince),
                    StatehoodSince = MaybeDay(p.StatehoodSince),
                    StatehoodUntil = MaybeDay(p.StatehoodUntil),
                    Successors = [.. successors[p.Code]],
                    Region = p.Region,
                    SubRegion = p.SubRegion,
                    IntermediateRegion = p.IntermediateRegion,
                    UnRegionalGroup = p.UnRegionalGroup,
                    Members = [.. members[p.Code]],
                },
                p.OfficialName,
                [.. names[p.Code]],
                p.Note
            )
            {
                OtherNames = [.. otherNames[p.Code]],
                StatehoodBasis = p.StatehoodBasis,
            })
            .ToList();
    }

    sealed record TreatyRow(
        string Id,
        string Mtdsg,
        string? Number,
        string? Numbering,
        string Kind,
        string? Parent,
        string AdoptedOn,
        string? AdoptedAt,
        string? AdoptedBy,
        string Depositary,
        string? Unts,
        string Subject,
        string? EntryIntoForcePublished,
        string FinalClauses,
        string CompleteThrough,
        string? Coverage,
        string? RecordNote,
        string RecordedAt
    );

    static List<Treaty> Treaties(SqliteConnection connection, SqliteTransaction transaction)
    {
        var titles = connection
            .Query<(string Treaty, string Language, string Title, string? ShortTitle)>(
                "SELECT treaty, language, title, short_title FROM treaty_title ORDER BY treaty, language",
                transaction: transaction
            )
            .ToLookup(t => t.Treaty);
        var depositaries = connection
            .Query<(string Treaty, string Depositary)>(
                "SELECT treaty, depositary FROM treaty_depositary ORDER BY treaty, position",
                transaction: transaction
            )
            .ToLookup(d => d.Treaty, d => d.Depositary);
        var lists = connection
            .Query<(string Treaty, string List, string Participant, string? Weight, string? Source)>(
                "SELECT treaty, list, participant, weight, source FROM treaty_list ORDER BY treaty, list, participant",
                transaction: transaction
            )
            .ToLookup(
                e => e.Treaty,
                e => new ListEntry(
                    e.List,
                    e.Participant,
                    e.Weight is { } weight ? decimal.Parse(weight, CultureInfo.InvariantCulture) : null,
                    e.Source
                )
            );
        return connection
            .Query<TreatyRow>(
                """
                SELECT id, mtdsg, number, numbering, kind, parent, adopted_on AS AdoptedOn, adopted_at AS AdoptedAt,
                       adopted_by AS AdoptedBy, depositary, unts, subject,
                       entry_into_force_published AS EntryIntoForcePublished, final_clauses AS FinalClauses,
                       complete_through AS CompleteThrough, coverage, record_note AS RecordNote, recorded_at AS RecordedAt
                FROM treaty ORDER BY id
                """,
                transaction: transaction
            )
            .Select(t => new Treaty
            {
                Id = t.Id,
                Mtdsg = t.Mtdsg,
                Number = t.Number,
                Numbering = t.Numbering,
                Kind = WireNames.Find<TreatyKind>(t.Kind)!.Value,
                Parent = t.Parent,
                Titles = titles[t.Id].ToDictionary(x => x.Language, x => x.Title),
                ShortTitles = titles[t.Id].Where(x => x.ShortTitle is not null).ToDictionary(x => x.Language, x => x.ShortTitle!),
                Adopted = new()
                {
                    On = Day(t.AdoptedOn),
                    Place = t.AdoptedAt,
                    By = t.AdoptedBy,
                },
                Depositary = t.Depositary,
                Depositaries = [.. depositaries[t.Id]],
                Unts = t.Unts,
                Subject = t.Subject,
                EntryIntoForcePublished = MaybeDay(t.EntryIntoForcePublished),
                FinalClauses = JsonSerializer.Deserialize<FinalClauses>(t.FinalClauses, Json.Column)!,
                Lists = [.. lists[t.Id]],
                CompleteThrough = Day(t.CompleteThrough),
                Coverage = WireNames.Find<Coverage>(t.Coverage),
                RecordNote = t.RecordNote,
                RecordedAt = Recorded(t.RecordedAt, t.Id),
            })
            .ToList();
    }

    // Read without Dapper: a register has tens of thousands of events, which repeat a few hundred texts, days of recording and sources.
    // Each is kept and parsed once.
    /// <summary>The events recorded after an instant, exclusive, by id; all of them without one.</summary>
    public static List<TreatyEvent> EventsAfter(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset? instant)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var instants = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var sources = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            SELECT id, treaty, participant, kind, date, earliest, effect_only, effective_on, depositary, counterpart,
                   opposes_entry_into_force, recorded_at, verification, note, corrects, corrected_kind,
                   (SELECT group_concat(source, char(9) ORDER BY position) FROM treaty_event_source WHERE event = treaty_event.id)
            FROM treaty_event
            """;
        if (instant is { } after)
        {
            // Few of many: found by the index on recorded_at, which the order of the table would hide.
            command.CommandText += " WHERE recorded_at > @instant ORDER BY +id";
            command.Parameters.AddWithValue("@instant", FactsWriter.Stored(after));
        }
        else
            command.CommandText += " ORDER BY id";
        using var row = command.ExecuteReader();
        var events = new List<TreatyEvent>();
        while (row.Read())
        {
            var id = Text(0)!;
            events.Add(
                new()
                {
                    Id = id,
                    Treaty = Shared(1)!,
                    Participant = Shared(2) ?? "",
                    Kind = WireNames.Find<EventKind>(Text(3))!.Value,
                    Date = Day(row.GetString(4)),
                    Earliest = MaybeDay(Text(5)),
                    EffectOnly = row.GetInt64(6) != 0,
                    EffectiveOn = MaybeDay(Text(7)),
                    Depositary = Shared(8),
                    Counterpart = Shared(9),
                    OpposesEntryIntoForce = row.GetInt64(10) != 0,
                    RecordedAt = RecordedAt(row.GetString(11), id),
                    Verification = WireNames.Find<Verification>(Text(12))!.Value,
                    Note = Shared(13),
                    Corrects = Text(14),
                    CorrectedKind = WireNames.Find<EventKind>(Text(15)),
                    Sources = Text(16) is { } list ? SourcesOf(list) : [],
                }
            );
        }
        return events;

        // As Dapper reads every other text of the file (CleanText).
        string? Text(int column) => row.IsDBNull(column) ? null : PlainText.Clean(row.GetString(column));

        string? Shared(int column)
        {
            if (Text(column) is not { } text)
                return null;
            if (!texts.TryGetValue(text, out var shared))
                texts.Add(text, shared = text);
            return shared;
        }

        DateTimeOffset RecordedAt(string text, string id)
        {
            if (!instants.TryGetValue(text, out var instant))
                instants.Add(text, instant = Recorded(text, id));
            return instant;
        }

        EquatableArray<string> SourcesOf(string list)
        {
            if (!sources.TryGetValue(list, out var ids))
                sources.Add(list, ids = [.. list.Split('\t')]);
            return ids;
        }
    }

    static DateTimeOffset Recorded(string text, string id) =>
        Instant.Parse(text) ?? throw new InvalidDataException($"'{id}' has recorded_at '{text}', which is not an instant");

    static DateOnly Day(string text) => Instant.ParseDay(text)!.Value;

    static DateOnly? MaybeDay(string? text) => text is null ? null : Day(text);
}
