using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>A claimed figure, compared with the register.</summary>
/// <param name="Count">The count, by its JSON name.</param>
/// <param name="Claimed">The claimed figure.</param>
/// <param name="Figure">The figure of the register on the requested day.</param>
/// <param name="Agrees">Whether both are equal.</param>
/// <param name="IsPossible">
/// For <c>parties</c>: whether the claim lies between the fewest and the most parties that events allow whose day is known only as a
/// period; absent if no such event matters or for other counts.
/// </param>
/// <param name="Nearest">The nearest days on which the claim was true; absent if it never was.</param>
/// <param name="Alternatives">
/// What else gives the claimed figure on the requested day, the likeliest first; empty if nothing does. What the claim says it counts is
/// not among them.
/// </param>
public sealed record ClaimedCount(
    NamedCount Count,
    int Claimed,
    int Figure,
    bool Agrees,
    bool? IsPossible,
    ClaimedDays? Nearest,
    IReadOnlyList<ClaimAlternative> Alternatives
)
{
    internal static ClaimedCount Of(NamedCount count, int claimed, Treaty treaty, AnswerContext context)
    {
        var status = context.StatusOf(treaty);
        var counts = status.Timeline.On(context.AsOf);
        var isUncertain = count is NamedCount.Parties && (counts.PartiesAtLeast ?? counts.PartiesAtMost) is not null;
        return new(
            count,
            claimed,
            counts.Figure(count),
            counts.Figure(count) == claimed,
            isUncertain
                ? (counts.PartiesAtLeast ?? counts.Parties) <= claimed && claimed <= (counts.PartiesAtMost ?? counts.Parties)
                : null,
            ClaimedDays.Nearest(status.Timeline, count, claimed, treaty, context.AsOf),
            [.. ClaimAlternative.Of(count, claimed, status, context.AsOf)]
        );
    }
}
