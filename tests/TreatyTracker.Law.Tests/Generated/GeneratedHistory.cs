using FsCheck.Fluent;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>Any small history of a treaty, which may belong to another one: lawful or not, over some thirty years.</summary>
public sealed record GeneratedHistory
{
    readonly Lazy<TreatyStatus> _status;

    internal GeneratedHistory(Scenario scenario)
    {
        Scenario = scenario;
        _status = new(scenario.Status);
    }

    internal Scenario Scenario { get; }

    internal TreatyStatus Status => _status.Value;

    /// <summary>Every day on which anything may change, with the day before and the day after.</summary>
    internal IEnumerable<DateOnly> Days =>
        Status
            .Participations.SelectMany(p => p.ChangeDays())
            .Concat(Scenario.Events.Select(a => a.Date))
            .Concat(Status.EntryIntoForce.On is { } day ? [day] : [])
            .SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) })
            .Distinct()
            .Order();

    internal GeneratedHistory With(Func<EquatableArray<TreatyEvent>, IEnumerable<TreatyEvent>> change) => new(Changed(Scenario, change));

    static Scenario Changed(Scenario scenario, Func<EquatableArray<TreatyEvent>, IEnumerable<TreatyEvent>> change) =>
        scenario with
        {
            Events = [.. change(scenario.Events)],
            Parent = scenario.Parent is { } parent ? Changed(parent, change) : null,
        };

    public override string ToString() => Text(Scenario);

    static string Text(Scenario scenario) =>
        $"\n{scenario.Instrument.Id} {scenario.Instrument.EntryIntoForcePublished} {scenario.Instrument.FinalClauses}\n"
        + $"{string.Join('\n', scenario.Events.Select(EventText.Text))}"
        + (scenario.Parent is { } parent ? $"\nparent{Text(parent)}" : "");
}
