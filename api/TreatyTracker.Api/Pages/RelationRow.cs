using TreatyTracker.Api.Features;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>Two participants under a treaty, and whether it is in force between them.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="One">The first.</param>
/// <param name="Other">The second.</param>
/// <param name="Relation">The relation on the day.</param>
public sealed record RelationRow(Treaty Treaty, Participation One, Participation Other, Relation Relation)
{
    internal static RelationRow Of(Treaty treaty, string one, string other, AnswerContext context)
    {
        var (first, second) = (context.ParticipationOf(treaty, one), context.ParticipationOf(treaty, other));
        return new(treaty, first, second, Relation.Between(context.StatusOf(treaty), first, second, context.AsOf));
    }
}
