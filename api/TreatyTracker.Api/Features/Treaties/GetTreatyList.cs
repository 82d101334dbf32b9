using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class GetTreatyList : Endpoint<GetTreatyList.Request, TreatyList>
{
    public sealed class Request : TimedListRequest
    {
        // A text of its own: few treaties have lists, so that the example differs from that of the shared parameter.
        /// <summary>The treaty's id (<c>ctbt</c>) or MTDSG number (<c>XXVI-4</c>), case-insensitive.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>The list's name within the treaty, case-insensitive.</summary>
        public string List { get; init; } = "";

        /// <inheritdoc cref="ParticipantListRequest.MemberOf"/>
        public string? MemberOf { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/lists/{list}");
        this.Describe(
            ApiTags.Treaties,
            "Who is on a list that a treaty's clauses refer to?",
            "Returns the participants on the list, ordered by code, each with its weight and its standing on the requested day. Some "
                + "treaties enter into force only when all or so many of those on a list have consented.",
            "/v1/treaties/ctbt/lists/annex-2?limit=2"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        var names = treaty.Lists.Select(e => e.List).Distinct().ToList();
        if (names.Find(n => n.Equals(req.List, StringComparison.OrdinalIgnoreCase)) is not { } list)
            return Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    names.Count == 0
                        ? $"The final clauses of '{treaty.Id}' refer to no list."
                        : $"'{treaty.Id}' has no list '{req.List}'.{Suggestions.SuggestionText(req.List, names)} "
                            + $"Its lists: {string.Join(", ", names)}."
                )
            );
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/lists/{list}");

        var (status, entries) = (context.StatusOf(treaty), treaty.Lists.Where(e => e.List == list).ToList());
        var total = entries.TrueForAll(e => e.Weight is null) ? null : entries.Sum(e => e.Weight);
        var rows = entries
            .Where(e =>
                req.MemberOf is null
                || ParticipantFilters.IsMember(context.Register.Participant(e.Participant).Participant, req.MemberOf, context.AsOf, context)
            )
            .OrderBy(e => e.Participant, StringComparer.Ordinal)
            .Select(e => ListedParticipant.Of(e, total, status, context))
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Participant,
                ListedParticipant.Columns,
                page => new TreatyList(
                    TreatyReference.Of(treaty, context),
                    list,
                    context.AsOf,
                    context.KnownAt,
                    context.LooksAhead,
                    page.Total,
                    total,
                    RecordCoverage.Of(treaty, context),
                    page.Items,
                    page.Next
                )
            )
        );
    }
}
