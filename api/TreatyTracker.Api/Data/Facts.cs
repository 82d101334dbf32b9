using System.Text.Json;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>Everything that a register holds, as values: read from seeds or from the database.</summary>
public sealed record Facts
{
    /// <summary>The facts of an empty register.</summary>
    public static Facts None { get; } =
        new()
        {
            Participants = [],
            Sources = [],
            Treaties = [],
            Events = [],
            PublishedCounts = [],
        };

    /// <summary>All participants, by code.</summary>
    public required IReadOnlyList<ParticipantEntry> Participants { get; init; }

    /// <summary>All sources, by id.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>All treaties, by id.</summary>
    public required IReadOnlyList<Treaty> Treaties { get; init; }

    /// <summary>All events: from seeds, the acts that hold true; from a database, everything ever recorded, corrections included.</summary>
    public required EventList Events { get; init; }

    /// <summary>All published counts, by treaty, day and metric.</summary>
    public required IReadOnlyList<PublishedCount> PublishedCounts { get; init; }

    /// <summary>All waivers, by rule, treaty, participant, event and day.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>The same facts, made of the objects of older ones wherever they are equal, so that two snapshots share them.</summary>
    internal Facts Sharing(Facts older)
    {
        return this with
        {
            Participants = Shared(Participants, older.Participants, p => p.Code, (a, b) => a == b),
            Sources = Shared(Sources, older.Sources, s => s.Id, (a, b) => a == b),
            Treaties = Shared(Treaties, older.Treaties, t => t.Id, AreSame),
            Events = [.. Shared(Events, older.Events, e => e.Id, (a, b) => a == b)],
        };

        static List<T> Shared<T>(IReadOnlyList<T> now, IReadOnlyList<T> older, Func<T, string> key, Func<T, T, bool> areSame)
        {
            var known = older.ToDictionary(key, StringComparer.Ordinal);
            return now.Select(n => known.TryGetValue(key(n), out var old) && areSame(n, old) ? old : n).ToList();
        }
    }

    /// <summary>Whether two values of a treaty are equal. Its titles compare by text.</summary>
    internal static bool AreSame(Treaty a, Treaty b) =>
        a.Lists == b.Lists && JsonSerializer.Serialize(a, Json.Column) == JsonSerializer.Serialize(b, Json.Column);
}
