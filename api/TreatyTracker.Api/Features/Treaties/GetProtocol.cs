using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class GetProtocol : Endpoint<TreatyRequest, TrackedTreaty>
{
    public override void Configure()
    {
        Get("/v1/protocols/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "Get a protocol",
            "Returns a treaty that belongs to another treaty, with its parent if it has one, in the same form as /v1/treaties/{treaty}.",
            "/v1/protocols/untoc-firearms?asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (!treaty.BelongsToAnother)
            return Send.ResultAsync(
                Problem.Result(ProblemType.NotFound, $"'{treaty.Id}' is not a protocol. Use /v1/conventions/{treaty.Id}.")
            );
        CanonicalPath.Declare(HttpContext, $"/v1/protocols/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
    }
}
