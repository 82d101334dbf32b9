using FsCheck.Fluent;

namespace TreatyTracker.Law.Tests.Laws;

/// <summary>Any small history of a treaty, which may belong to another one: lawful or not, over some thirty years.</summary>
public sealed record Story
{
    internal Story(Given told) => Told = told;

    internal Given Told { get; }

    internal TreatyStatus Status => Told.Status();

    /// <summary>Every day on which anything may change, with the day before and the day after.</summary>
    internal IEnumerable<DateOnly> Days =>
        Status
            .Participations.SelectMany(p => p.ChangeDays())
            .Concat(Told.Events.Select(a => a.Date))
            .Concat(Status.EntryIntoForce.On is { } day ? [day] : [])
            .SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) })
            .Distinct()
            .Order();

    internal Story With(Func<EquatableArray<TreatyEvent>, IEnumerable<TreatyEvent>> change) => new(Changed(Told, change));

    static Given Changed(Given told, Func<EquatableArray<TreatyEvent>, IEnumerable<TreatyEvent>> change) =>
        told with
        {
            Events = [.. change(told.Events)],
            Parent = told.Parent is { } parent ? Changed(parent, change) : null,
        };

    public override string ToString() => Text(Told);

    static string Text(Given told) =>
        $"\n{told.Instrument.Id} {told.Instrument.EntryIntoForcePublished} {told.Instrument.FinalClauses}\n{string.Join('\n', told.Events.Select(Acts.Text))}"
        + (told.Parent is { } parent ? $"\nparent{Text(parent)}" : "");
}
