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
    public required IReadOnlyList<TreatyEvent> Events { get; init; }

    /// <summary>All published counts, by treaty, day and metric.</summary>
    public required IReadOnlyList<PublishedCount> PublishedCounts { get; init; }

    /// <summary>All waivers, by rule, treaty, participant, event and day.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}
