using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// Finds treaties as the register knew them at <c>knownAt</c>. A treaty that was first recorded later is unknown at that instant, which is
/// not a count of zero: lists omit it, and a request that names it fails with the reason.
/// </summary>
static class TreatyLookup
{
    /// <summary>Finds the treaty that an address names; returns a problem if it does not exist or was not known yet.</summary>
    public static IResult? Find(this AnswerContext context, string asked, out Treaty treaty)
    {
        treaty = context.Register.FindTreaty(asked) ?? context.Newest.FindTreaty(asked)!;
        return treaty is null ? NotFoundResults.UnknownTreaty(context.Register, asked)
            : Knows(context, treaty) ? null
            : Problem.Result(ProblemType.NotFound, NotYet(treaty, context));
    }

    /// <summary>
    /// Finds the treaties that a parameter names, each once and in the order asked, or all treaties ordered by id; returns a problem for
    /// the first that does not exist or was not known yet.
    /// </summary>
    public static IResult? Find(this AnswerContext context, string[]? asked, out IReadOnlyList<Treaty> treaties)
    {
        treaties = [];
        if (asked is null)
        {
            treaties = context.View.Treaties;
            return null;
        }
        // Keeps the order in which the treaties are added.
        var found = new OrderedDictionary<string, Treaty>();
        foreach (var name in asked)
        {
            if ((context.Register.FindTreaty(name) ?? context.Newest.FindTreaty(name)) is not { } treaty)
                return NotFoundResults.BadTreaty(context.Register, "treaty", name);
            if (!Knows(context, treaty))
                return Problem.BadParameter("treaty", NotYet(treaty, context));
            found[treaty.Id] = treaty;
        }
        treaties = [.. found.Values];
        return null;
    }

    static bool Knows(AnswerContext context, Treaty treaty) =>
        context.Register.FindTreaty(treaty.Id) == treaty && context.View.Knows(treaty);

    static string NotYet(Treaty treaty, AnswerContext context)
    {
        var firstRecorded = Instant.Text(
            (context.Register.FindTreaty(treaty.Id) is null ? context.Newest : context.Register).KnownSince(treaty)
        );
        return $"The register did not know '{treaty.Id}' at {Instant.Text(context.KnownAt)}. It was first recorded at {firstRecorded}. "
            + $"Use knownAt={firstRecorded} or later, or omit knownAt.";
    }
}
