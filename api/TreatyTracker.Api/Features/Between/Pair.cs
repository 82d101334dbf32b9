using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Between;

/// <summary>The two participants of an address.</summary>
/// <param name="A">The first.</param>
/// <param name="B">The second.</param>
sealed record Pair(ParticipantEntry A, ParticipantEntry B)
{
    /// <summary>Finds them; returns a problem for one that does not exist, or if both are the same.</summary>
    public static IResult? Find(AnswerContext context, string a, string b, out Pair pair)
    {
        pair = null!;
        if (context.Register.FindParticipant(a) is not { } first)
            return NotFoundResults.UnknownState(context.Register, a);
        if (context.Register.FindParticipant(b) is not { } second)
            return NotFoundResults.UnknownState(context.Register, b);
        if (first.Code == second.Code)
            return Problem.BadParameter("b", $"'{b}' and '{a}' are the same participant. Name two different ones.");
        pair = new(first, second);
        return null;
    }

    /// <summary>The participations of both under a treaty, empty for one that never acted.</summary>
    public (Participation A, Participation B) Under(TreatyStatus status)
    {
        return (Of(A), Of(B));

        Participation Of(ParticipantEntry entry) => status.Of(entry.Code) ?? new(status.Treaty.Id, entry.Participant);
    }

    /// <summary>Whether a treaty is in force between the two on the day of the answer.</summary>
    public Relation RelationUnder(Treaty treaty, AnswerContext context)
    {
        var status = context.StatusOf(treaty);
        var (a, b) = Under(status);
        return Relation.Between(status, a, b, context.AsOf);
    }
}
