using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>The standing of a participant under a treaty, up to the requested day.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Participation">Its participation.</param>
/// <param name="Spans">Its standings other than none, in order: the days of each, the end exclusive.</param>
sealed record StandingHistory(
    Treaty Treaty,
    Participation Participation,
    IReadOnlyList<(Standing Standing, DateOnly From, DateOnly Until)> Spans
)
{
    /// <summary>The history; <c>null</c> if it never had a standing by the requested day.</summary>
    public static StandingHistory? Of(Treaty treaty, string code, AnswerContext context)
    {
        if (context.StatusOf(treaty).Of(code) is not { } participation)
            return null;
        var days = participation.ChangeDays().TakeWhile(d => d <= context.AsOf).ToList();
        var spans = new List<(Standing Standing, DateOnly From, DateOnly Until)>();
        foreach (var (at, day) in days.Index())
        {
            var standing = participation.StandingOn(day);
            var until = at + 1 < days.Count ? days[at + 1] : context.AsOf;
            if (spans is [.., var last] && last.Standing == standing && last.Until == day)
                spans[^1] = last with { Until = until };
            else if (standing is not Standing.None)
                spans.Add((standing, day, until));
        }
        return spans.Count == 0 ? null : new(treaty, participation, spans);
    }
}
