using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>One treaty that belongs to another one.</summary>
public sealed class GetProtocol : Endpoint<TreatyRequest, TrackedTreaty>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/protocols/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "What is this protocol?",
            "A treaty that belongs to another one, with its parent; the same representation as under /v1/treaties.",
            "/v1/protocols/untoc-firearms?asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (treaty.Parent is null)
            return Send.ResultAsync(
                Problem.Result(ProblemType.NotFound, $"'{treaty.Id}' belongs to no other treaty: look under /v1/conventions/{treaty.Id}.")
            );
        CanonicalPath.Declare(HttpContext, $"/v1/protocols/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
    }
}
