using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>One treaty.</summary>
public sealed class GetTreaty : Endpoint<TreatyRequest, TrackedTreaty>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "What is this treaty?",
            "Titles, dates, depositary, final clauses, entry into force as published and as computed, counts on the day, parent and protocols.",
            "/v1/treaties/untoc-trafficking?asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
    }
}
