using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>One principal treaty.</summary>
public sealed class GetConvention : Endpoint<TreatyRequest, TrackedTreaty>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/conventions/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "What is this convention?",
            "A principal treaty with its protocols; the same representation as under /v1/treaties.",
            "/v1/conventions/untoc?asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (treaty.Parent is not null)
            return Send.ResultAsync(
                Problem.Result(ProblemType.NotFound, $"'{treaty.Id}' belongs to '{treaty.Parent}': look under /v1/protocols/{treaty.Id}.")
            );
        CanonicalPath.Declare(HttpContext, $"/v1/conventions/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
    }
}
