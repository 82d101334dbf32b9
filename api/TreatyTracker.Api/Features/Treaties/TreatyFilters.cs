using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Parties;
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
        if (context.FindState("party", request.Party, out var party) is { } wrongParty)
            return wrongParty;
        if (context.FindState("notParty", request.NotParty, out var notParty) is { } wrongNotParty)
            return wrongNotParty;
        if (NotFoundResults.NotOneOf("subject", request.Subject, register.Facts.Treaties.Select(t => t.Subject)) is { } bad)
            return bad;

        var key = OrderKey(request.Sort ?? TreatyOrder.Id);
        var rows = context
            .View.Treaties.Where(belongs)
            .Where(t => request.Kind is null || t.Kind == request.Kind)
            .Where(t => request.Subject is null || t.Subject == request.Subject)
            .Where(t => request.Coverage is null || t.Coverage == request.Coverage)
            .Where(t => request.CompleteThrough is null || t.CompleteThrough >= request.CompleteThrough)
            .Where(t => parent is null || t.Parent == parent.Id)
            .Where(t => request.Q is null || SearchText.Contains(request.Q, context.SearchedOf(t)))
            .Where(t => request.InForce is null || context.StatusOf(t).IsInForce(context.AsOf) == request.InForce)
            .Where(t => party is null || context.StatusOf(t).Of(party.Code)?.ConsentInEffect(context.AsOf) is not null)
            .Where(t => notParty is null || Lacks(context.StatusOf(t), notParty.Code, context.AsOf))
            .Select(t => TrackedTreaty.Of(t, context))
            .OrderBy(key, StringComparer.Ordinal)
            .ToList();
        return ListResults.List(
            http,
            request,
            rows,
            key,
            TrackedTreaty.Columns,
            p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
        );
    }

    static bool Lacks(TreatyStatus status, string code, DateOnly day) =>
        status.IsJoinable(day) && status.Of(code)?.ConsentInEffect(day) is null;

    // Cursors hold the key of a row: the id makes it distinct, and a space sorts before all that ids are made of.
    static Func<TrackedTreaty, string> OrderKey(TreatyOrder order) =>
        order switch
        {
            TreatyOrder.Coverage => t => $"{(t.Record.Coverage is { } coverage ? (int)coverage : 9)} {t.Id}",
            TreatyOrder.CompleteThrough => t => $"{Instant.Text(t.Record.CompleteThrough)} {t.Id}",
            _ => t => t.Id,
        };
}
