using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Treaties;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>All treaties by subject.</summary>
public sealed class TreatiesPage : PageEndpoint<TreatiesPage.Request>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="TreatyListRequest.Q"/>
        public string? Q { get; init; }

        /// <inheritdoc cref="TreatyListRequest.Subject"/>
        public string? Subject { get; init; }

        /// <inheritdoc cref="TreatyListRequest.Kind"/>
        public TreatyKind? Kind { get; init; }

        /// <inheritdoc cref="TreatyListRequest.InForce"/>
        public bool? InForce { get; init; }

        /// <inheritdoc cref="TreatyListRequest.Coverage"/>
        public Coverage? Coverage { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/treaties";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        var context = page.Answer;
        var subjects = context.View.Treaties.Select(t => t.Subject).Distinct().ToList();
        if (NotFoundResults.NotOneOf("subject", req.Subject, subjects) is { } bad)
            return bad;
        var treaties = context
            .View.Treaties.Where(t => req.Subject is null || t.Subject == req.Subject)
            .Where(t => req.Kind is null || t.Kind == req.Kind)
            .Where(t => req.Coverage is null || t.Coverage == req.Coverage)
            .Where(t => req.InForce is null || context.StatusOf(t).IsInForce(context.AsOf) == req.InForce)
            .Where(t => req.Q is null || SearchText.Contains(req.Q, context.SearchedOf(t)))
            .OrderBy(t => SearchText.Fold(page.TitleOf(t).Title), StringComparer.Ordinal)
            .ToLookup(t => t.Subject);
        return Page<TreatiesView>(
            page,
            (nameof(TreatiesView.Treaties), treaties),
            (
                nameof(TreatiesView.Subjects),
                subjects.OrderBy(s => SearchText.Fold(page.Word("subject", s)), StringComparer.Ordinal).ToList()
            ),
            (nameof(TreatiesView.Request), req)
        );
    }
}
