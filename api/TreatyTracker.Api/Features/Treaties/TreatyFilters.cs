using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>The answer shared by the three lists of treaties.</summary>
static class TreatyFilters
{
    public static IResult List(HttpContext http, TreatyListRequest request, Func<Treaty, bool> belongs)
    {
        var context = AnswerContext.Of(http, request);
        var register = context.Register;
        Treaty? parent = null;
        if (request.Parent is { } asked && (parent = register.FindTreaty(asked)) is null)
            return NotFoundResults.BadTreaty(register, "parent", asked);
        ParticipantEntry? party = null;
        if (request.Party is { } state && (party = register.FindParticipant(state)) is null)
            return NotFoundResults.BadState(register, "party", state);
        if (NotFoundResults.NotOneOf("subject", request.Subject, register.Facts.Treaties.Select(t => t.Subject)) is { } bad)
            return bad;

        var rows = context
            .View.Treaties.Where(belongs)
            .Where(t => request.Kind is null || t.Kind == request.Kind)
            .Where(t => request.Subject is null || t.Subject == request.Subject)
            .Where(t => parent is null || t.Parent == parent.Id)
            .Where(t =>
                request.Q is null
                || SearchText.Contains(request.Q, context.Folded(t.Id, () => [t.Id, t.Mtdsg, .. t.Titles.Values, .. t.ShortTitles.Values]))
            )
            .Where(t => request.InForce is null || context.StatusOf(t).IsInForce(context.AsOf) == request.InForce)
            .Where(t => party is null || context.StatusOf(t).Of(party.Code)?.ConsentInEffect(context.AsOf) is not null)
            .Select(t => TrackedTreaty.Of(t, context))
            .ToList();
        return ListResults.List(
            http,
            request,
            rows,
            r => r.Id,
            TrackedTreaty.Columns,
            p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
        );
    }
}
