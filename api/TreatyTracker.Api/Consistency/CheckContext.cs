using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>What the rules look at: the record as known at an instant, as of a day.</summary>
/// <param name="Facts">All facts; the events with their corrections.</param>
/// <param name="View">The acts held true and what follows from them.</param>
/// <param name="AsOf">The day: nothing later may have happened yet.</param>
/// <param name="Where">
/// Where in the seeds an event, by id, or a treaty, by its file's path, stands; and by the path with <c>#</c> and a member or the fields
/// of a row, that member or row. Empty for a database.
/// </param>
public sealed record CheckContext(Facts Facts, RegisterView View, DateOnly AsOf, IReadOnlyDictionary<string, Location> Where)
{
    /// <summary>The participants by code.</summary>
    public IReadOnlyDictionary<string, Participant> Participants { get; } =
        Facts.Participants.ToDictionary(p => p.Code, p => p.Participant);

    /// <summary>The treaties by id.</summary>
    public IReadOnlyDictionary<string, Treaty> Treaties { get; } = Facts.Treaties.ToDictionary(t => t.Id);

    /// <summary>What the reader of the seeds found wrong and left out, each by the rule that reports it; empty for a database.</summary>
    public IReadOnlyList<SeedProblem> Problems { get; init; } = [];

    /// <summary>How many days after the last one known to be complete a treaty's record counts as stale.</summary>
    public int StaleAfterDays { get; init; } = new CheckOptions().StaleAfterDays;

    /// <summary>The record that seeds hold.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAt">The instant (inclusive); without one, all that they say.</param>
    /// <exception cref="SeedException">A file is missing or cannot be read at all, so that no rule has anything to look at. A row that
    /// cannot be read is a finding instead.</exception>
    public static CheckContext OfSeeds(string directory, DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        var reading = SeedReader.ReadLenient(directory);
        var unreadable = reading.Problems.Where(p => p.Rule is null).ToList();
        if (unreadable.Count > 0)
            throw new SeedException(unreadable);
        return OfRegister(Register.Of(reading.Facts), asOf, knownAt) with
        {
            Where = reading.Lines.ToDictionary(l => l.Key, l => new Location(l.Value.File, l.Value.Line)),
            Problems = reading.Problems,
        };
    }

    /// <summary>The record that a register holds.</summary>
    /// <param name="register">The register.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAt">The instant (inclusive); without one, all that it knows.</param>
    public static CheckContext OfRegister(Register register, DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        var view = register.KnownAt(knownAt);
        // Of a treaty that was not known yet there is no figure that a published one could be held against.
        var unknown = register.Facts.Treaties.Where(t => !view.Knows(t)).Select(t => t.Id).ToHashSet();
        var facts =
            unknown.Count == 0
                ? register.Facts
                : register.Facts with
                {
                    PublishedCounts = [.. register.Facts.PublishedCounts.Where(c => !unknown.Contains(c.Treaty))],
                };
        return new(facts, view, asOf, new Dictionary<string, Location>());
    }
}
