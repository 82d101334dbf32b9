using FastEndpoints;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Between;

public sealed class ListRelations : Endpoint<ListRelations.Request, Relations>
{
    public sealed class Request : TimedListRequest
    {
        /// <summary>One participant's ISO alpha-3 (<c>DEU</c>), alpha-2 (<c>DE</c>) or M49 code (<c>276</c>), case-insensitive.</summary>
        public string A { get; init; } = "";

        /// <summary>The other's ISO alpha-3 (<c>VNM</c>), alpha-2 (<c>VN</c>) or M49 code (<c>704</c>), case-insensitive.</summary>
        public string B { get; init; } = "";

        /// <summary>
        /// <c>true</c>: only treaties in force between the two on the requested day. <c>false</c>: only the others. Default: both.
        /// </summary>
        public bool? InForce { get; init; }

        /// <inheritdoc cref="Treaties.TreatyListRequest.Subject"/>
        public string? Subject { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/between/{a}/{b}");
        this.Describe(
            ApiTags.Parties,
            "Which treaties are in force between two States?",
            "Returns one row for every treaty under which one of the two has an act on or before the requested day, ordered by treaty id: "
                + "whether it is in force between them, since when and until when, and why. Which of the two comes first does not matter.",
            "/v1/between/DEU/VNM?asOf=2017-06-30&subject=organized-crime&limit=3"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (Pair.Find(context, req.A, req.B, out var pair) is { } unknown)
            return Send.ResultAsync(unknown);
        if (NotFoundResults.NotOneOf("subject", req.Subject, context.Register.Facts.Treaties.Select(t => t.Subject)) is { } bad)
            return Send.ResultAsync(bad);
        CanonicalPath.Declare(HttpContext, $"/v1/between/{pair.A.Code}/{pair.B.Code}");
        var rows = context
            .View.Treaties.Where(t => req.Subject is null || t.Subject == req.Subject)
            .Where(t => new[] { pair.A, pair.B }.Any(p => HasActed(context.StatusOf(t), p.Code, context.AsOf)))
            .Select(t => TreatyRelationRow.Of(pair, t, context))
            .ToList();
        var inForce = rows.Count(r => r.InForce);
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                req.InForce is { } wanted ? rows.FindAll(r => r.InForce == wanted) : rows,
                r => r.Treaty.Id,
                TreatyRelationRow.ColumnsIn(context.Language),
                page => new Relations
                {
                    A = ParticipantReference.Of(pair.A, context),
                    B = ParticipantReference.Of(pair.B, context),
                    AsOf = context.AsOf,
                    KnownAt = context.KnownAt,
                    LooksAhead = context.LooksAhead,
                    InForce = inForce,
                    Total = page.Total,
                    Items = page.Items,
                    Next = page.Next,
                    ReasonLanguage = context.Language,
                }
            )
        );
    }

    static bool HasActed(TreatyStatus status, string code, DateOnly day) =>
        status.Of(code) is { } participation && StandingFilter.Any.Matches(status, participation, day);
}
