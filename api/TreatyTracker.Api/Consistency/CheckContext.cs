using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>What the rules check: the record as known at an instant, as of a day.</summary>
/// <param name="Facts">All facts; the events with their corrections.</param>
/// <param name="View">The events after corrections, and the statuses that follow from them.</param>
/// <param name="AsOf">The day of the check. An event dated later is an error.</param>
/// <param name="Where">
/// The location in the seeds of an event (by id), of a treaty (by the path of its file), and of a member or row (by the path, <c>#</c>
/// and the member's name or the row's fields). Empty for a database.
/// </param>
public sealed record CheckContext(Facts Facts, RegisterView View, DateOnly AsOf, IReadOnlyDictionary<string, Location> Where)
{
    /// <summary>Participants by code.</summary>
    public IReadOnlyDictionary<string, Participant> Participants { get; } =
        Facts.Participants.ToDictionary(p => p.Code, p => p.Participant);

    /// <summary>Treaties by id.</summary>
    public IReadOnlyDictionary<string, Treaty> Treaties { get; } = Facts.Treaties.ToDictionary(t => t.Id);

    /// <summary>Rows that the seed reader rejected, each with the rule that reports it. Empty for a database.</summary>
    public IReadOnlyList<SeedProblem> Problems { get; init; } = [];

    /// <inheritdoc cref="CheckOptions.StaleAfterDays"/>
    public int StaleAfterDays { get; init; } = new CheckOptions().StaleAfterDays;

    /// <summary>The record that this is a part of; itself where it is the whole one.</summary>
    public CheckContext Whole => _whole ?? this;

    CheckContext? _whole;

    /// <summary>
    /// The part of the record that concerns some treaties. Every rule finds the same about them in it as in the whole record: it looks at
    /// one treaty and its ancestors, whose statuses the view has, or asks for <see cref="Whole"/>.
    /// </summary>
    /// <param name="treaties">The ids of the treaties.</param>
    public CheckContext Of(IReadOnlySet<string> treaties)
    {
        // A correction belongs to the treaty of its event. One that does not is found under its own treaty.
        var events = treaties
            .SelectMany(Facts.Events.OfTreaty)
            .Concat(
                Facts.Events.StrayCorrections.Where(e =>
                    !treaties.Contains(e.Treaty) && treaties.Contains(Facts.Events[e.Corrects!].Treaty)
                )
            );
        return new(
            Facts with
            {
                Treaties = [.. Facts.Treaties.Where(t => treaties.Contains(t.Id))],
                Events = [.. events],
                PublishedCounts = [.. Facts.PublishedCounts.Where(c => treaties.Contains(c.Treaty))],
            },
            View,
            AsOf,
            Where
        )
        {
            Problems = Problems,
            StaleAfterDays = StaleAfterDays,
            _whole = Whole,
        };
    }

    /// <summary>Reads the record from seeds.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <param name="asOf">The day of the check.</param>
    /// <param name="knownAt">Ignores what was recorded after this instant; <c>null</c> ignores nothing.</param>
    /// <exception cref="SeedException">A file is missing or unreadable as a whole. A single unreadable row is a finding
    /// instead.</exception>
    public static CheckContext OfSeeds(string directory, DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        var reading = SeedReader.ReadLenient(directory);
        var unreadable = reading.Problems.Where(p => p.Rule is null).ToList();
        if (unreadable.Count > 0)
            throw new SeedException(unreadable);
        return OfRegister(Register.Of(reading.Facts), asOf, knownAt) with
        {
            Where = reading.Lines.ToDictionary(l => l.Key, l => new Location(l.Value.File, l.Value.Line)),
            Problems = [.. reading.Problems, .. reading.Tolerated],
        };
    }

    /// <summary>Takes the record from a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="asOf">The day of the check.</param>
    /// <param name="knownAt">Ignores what was recorded after this instant; <c>null</c> ignores nothing.</param>
    public static CheckContext OfRegister(Register register, DateOnly asOf, DateTimeOffset? knownAt = null)
    {
        register = register.At(knownAt);
        var view = register.KnownAt(knownAt);
        // A treaty that the register did not know yet has no figure to compare with a published count.
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
