using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Days that follow each other, on all of which a claim was true.</summary>
/// <param name="On">The day of them that is nearest to the requested one: the requested day itself if the claim agrees.</param>
/// <param name="From">The first of them; absent if nothing had changed the count before.</param>
/// <param name="Through">The last of them, inclusive; absent if no known act changes the count after it.</param>
/// <param name="IsBeyond">Whether <c>on</c> is after the last day through which the record is complete.</param>
public sealed record ClaimedDays(DateOnly On, DateOnly? From, DateOnly? Through, bool IsBeyond)
{
    /// <summary>The stretch of days with a figure that is nearest to a day; of two that are equally near, the earlier one.</summary>
    internal static ClaimedDays? Nearest(StepFunction<Counts> timeline, NamedCount count, int claimed, Treaty treaty, DateOnly asOf)
    {
        ClaimedDays? nearest = null;
        foreach (var (from, until) in Spans(timeline, count, claimed))
        {
            var through = until?.AddDays(-1);
            var on =
                asOf < from ? from.Value
                : through < asOf ? through.Value
                : asOf;
            if (FastEndpointsSetup.IsDayOfRequests(on) && (nearest is null || Distance(on) < Distance(nearest.On)))
                nearest = new(on, from, through, on > treaty.CompleteThrough);
        }
        return nearest;

        int Distance(DateOnly day) => Math.Abs(day.DayNumber - asOf.DayNumber);
    }

    /// <summary>The stretches in which a count has a figure, in order: first day, and first day after it.</summary>
    static IEnumerable<(DateOnly? From, DateOnly? Until)> Spans(StepFunction<Counts> timeline, NamedCount count, int claimed)
    {
        var (figure, from) = (Counts.Zero.Figure(count), (DateOnly?)null);
        foreach (var (day, counts) in timeline.Steps)
        {
            if (counts.Figure(count) == figure)
                continue;
            if (figure == claimed)
                yield return (from, day);
            (figure, from) = (counts.Figure(count), day);
        }
        if (figure == claimed)
            yield return (from, null);
    }
}
