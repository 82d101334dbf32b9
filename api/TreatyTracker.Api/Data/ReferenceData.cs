using System.Text.Json;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// The reference data as entries of text, so that each has versions as events do: sources, participants with names and memberships,
/// treaties with titles, clauses, lists and coverage, published counts, and waivers.
/// </summary>
static class ReferenceData
{
    const string SourceKind = "source";
    const string ParticipantKind = "participant";
    const string TreatyKind = "treaty";
    const string PublishedCountKind = "published-count";
    const string WaiverKind = "waiver";

    /// <summary>A treaty with its lists, which <see cref="Json"/> leaves out of a treaty.</summary>
    sealed record TreatyEntry(Treaty Treaty, EquatableArray<ListEntry> Lists);

    /// <summary>Every entry, by kind and key.</summary>
    public static SortedDictionary<(string Kind, string Key), string> Entries(Facts facts)
    {
        var entries = new SortedDictionary<(string, string), string>(Order);
        foreach (var source in facts.Sources)
            entries.Add((SourceKind, source.Id), Text(source));
        foreach (var participant in facts.Participants)
            entries.Add((ParticipantKind, participant.Code), Text(participant));
        foreach (var treaty in facts.Treaties)
            entries.Add((TreatyKind, treaty.Id), Text(new TreatyEntry(treaty, treaty.Lists)));
        foreach (var count in facts.PublishedCounts)
            entries.Add((PublishedCountKind, KeyOf(count)), Text(count));
        foreach (var waiver in facts.Waivers)
            entries.Add((WaiverKind, KeyOf(waiver)), Text(waiver));
        return entries;
    }

    /// <summary>The order of versions within a recording: by kind, then by key.</summary>
    public static Comparer<(string Kind, string Key)> Order { get; } =
        Comparer<(string Kind, string Key)>.Create(
            (a, b) => string.CompareOrdinal(a.Kind, b.Kind) is var kind && kind != 0 ? kind : string.CompareOrdinal(a.Key, b.Key)
        );

    /// <summary>The versions that lead from one state to another, in order.</summary>
    public static IReadOnlyList<ReferenceVersion> Changes(Facts before, Facts after, int recording)
    {
        var (old, now) = (Entries(before), Entries(after));
        return
        [
            .. now.Where(e => old.GetValueOrDefault(e.Key) != e.Value)
                .Select(e => new ReferenceVersion(recording, e.Key.Kind, e.Key.Key, e.Value))
                .Concat(old.Keys.Where(k => !now.ContainsKey(k)).Select(k => new ReferenceVersion(recording, k.Kind, k.Key, null)))
                .OrderBy(v => (v.Kind, v.Key), Order),
        ];
    }

    /// <summary>Facts in which some entries have other values, each <c>null</c> where there was none.</summary>
    public static Facts With(Facts facts, IReadOnlyDictionary<(string Kind, string Key), string?> entries)
    {
        return facts with
        {
            Sources = Merge(facts.Sources, SourceKind, s => s.Id, Read<Source>).OrderBy(s => s.Id, StringComparer.Ordinal).ToList(),
            Participants = Merge(facts.Participants, ParticipantKind, p => p.Code, Read<ParticipantEntry>)
                .OrderBy(p => p.Code, StringComparer.Ordinal)
                .ToList(),
            Treaties = Merge(facts.Treaties, TreatyKind, t => t.Id, ReadTreaty).OrderBy(t => t.Id, StringComparer.Ordinal).ToList(),
            PublishedCounts = PublishedCount.InOrder(Merge(facts.PublishedCounts, PublishedCountKind, KeyOf, Read<PublishedCount>)),
            Waivers = Waiver.InOrder(Merge(facts.Waivers, WaiverKind, KeyOf, Read<Waiver>)),
        };

        IEnumerable<T> Merge<T>(IReadOnlyList<T> held, string kind, Func<T, string> key, Func<string, T> read)
        {
            var other = entries.Where(e => e.Key.Kind == kind).ToDictionary(e => e.Key.Key, e => e.Value, StringComparer.Ordinal);
            return other.Count == 0 ? held : held.Where(h => !other.ContainsKey(key(h))).Concat(other.Values.OfType<string>().Select(read));
        }
    }

    /// <summary>Whether two texts of one entry mean the same, whichever version of the service wrote them.</summary>
    public static bool AreSame(string kind, string text, string other) => text == other || Again(kind, text) == Again(kind, other);

    static string Again(string kind, string text) =>
        kind switch
        {
            SourceKind => Text(Read<Source>(text)),
            ParticipantKind => Text(Read<ParticipantEntry>(text)),
            TreatyKind => Text(Read<TreatyEntry>(text)),
            PublishedCountKind => Text(Read<PublishedCount>(text)),
            _ => Text(Read<Waiver>(text)),
        };

    /// <summary>The entry of a waiver.</summary>
    public static (string Kind, string Key) EntryOf(Waiver waiver) => (WaiverKind, KeyOf(waiver));

    static string KeyOf(PublishedCount count) => $"{count.Treaty}|{Instant.Text(count.AsOf)}|{count.Metric.WireName()}|{count.Source}";

    static string KeyOf(Waiver waiver) =>
        $"{waiver.Rule}|{waiver.Treaty}|{waiver.Participant}|{waiver.Event}|{(waiver.Day is { } day ? Instant.Text(day) : "")}";

    static string Text<T>(T entry) => JsonSerializer.Serialize(entry, Json.Column);

    static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json.Column)!;

    static Treaty ReadTreaty(string text) => Read<TreatyEntry>(text) is var entry ? entry.Treaty with { Lists = entry.Lists } : null!;
}
