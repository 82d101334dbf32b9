using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>A figure over time.</summary>
/// <param name="Steps">The days on which it changes, in order, each with the figure from that day (inclusive) on.</param>
/// <param name="CompleteThrough">The last day, inclusive, through which it is known to be complete.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="LineWidth">The width of its line in pixels.</param>
sealed record Curve(IReadOnlyList<(DateOnly Day, int Figure)> Steps, DateOnly CompleteThrough, string Colour, double LineWidth)
{
    /// <summary>One count of a treaty.</summary>
    public static Curve Of(TreatyStatus status, NamedCount count, string colour, double lineWidth)
    {
        var steps = new List<(DateOnly Day, int Figure)>();
        foreach (var (day, counts) in status.Timeline.Steps)
            if (counts.Figure(count) is var figure && figure != (steps.Count == 0 ? 0 : steps[^1].Figure))
                steps.Add((day, figure));
        return new(steps, status.Treaty.CompleteThrough, colour, lineWidth);
    }

    /// <summary>The figure of a day.</summary>
    public int On(DateOnly day) => Steps.LastOrDefault(s => s.Day <= day).Figure;
}
