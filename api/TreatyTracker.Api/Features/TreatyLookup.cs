using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// The treaties as the register knew them at the instant asked about. One whose record was laid down later was not in it yet: nothing was
/// known,
/// which is no count of nought. Lists leave it out, and who names it is told so.
/// </summary>
static class TreatyLookup
{
    /// <summary>The treaty that an address names; or the problem to answer with, where there is none or it was not known yet.</summary>
    public static IResult? Find(this AnswerContext context, string asked, out Treaty treaty)
    {
        treaty = context.Register.FindTreaty(asked)!;
        return treaty is null ? NotFoundResults.UnknownTreaty(context.Register, asked)
            : context.View.Knows(treaty) ? null
            : Problem.Result(ProblemType.NotFound, NotYet(treaty, context));
    }

    /// <summary>
    /// The treaties that a parameter names, in order of id and each once, or all; or the problem of the first that is none or was not known
    /// yet.
    /// </summary>
    public static IResult? Find(this AnswerContext context, string[]? asked, out IReadOnlyList<Treaty> treaties)
    {
        treaties = [];
        if (asked is null)
        {
            treaties = context.View.Treaties;
            return null;
        }
        var found = new SortedDictionary<string, Treaty>(StringComparer.Ordinal);
        foreach (var name in asked)
        {
            if (context.Register.FindTreaty(name) is not { } treaty)
                return NotFoundResults.BadTreaty(context.Register, "treaty", name);
            if (!context.View.Knows(treaty))
                return Problem.BadParameter("treaty", NotYet(treaty, context));
            found[treaty.Id] = treaty;
        }
        treaties = [.. found.Values];
        return null;
    }

    static string NotYet(Treaty treaty, AnswerContext context)
    {
        var laidDown = Instant.Text(context.Register.KnownSince(treaty));
        return $"At {Instant.Text(context.KnownAt)} the register did not know '{treaty.Id}' yet: its record was laid down at {laidDown}. Say knownAt={laidDown} or a later instant, or leave knownAt out.";
    }
}
