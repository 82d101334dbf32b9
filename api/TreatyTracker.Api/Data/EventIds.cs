using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>Event ids: stable, readable, and derived from the values with which an event is first recorded.</summary>
public static class EventIds
{
    /// <summary><c>untoc-PRK-accession-2016-06-17</c>; without a participant for an act of the treaty itself.</summary>
    public static string Of(string treaty, string participant, EventKind kind, DateOnly date) =>
        string.Join('-', new[] { treaty, participant, kind.WireName(), Instant.Text(date) }.Where(part => part.Length > 0));

    /// <summary>The id of the n-th act of its kind by one participant on one day: <c>-2</c> for the second.</summary>
    public static string Numbered(string natural, int number) => number == 1 ? natural : $"{natural}-{number}";

    /// <summary>The first id in the series that is not taken.</summary>
    public static string Free(string natural, Func<string, bool> taken)
    {
        for (var number = 1; ; number++)
            if (Numbered(natural, number) is var id && !taken(id))
                return id;
    }
}
