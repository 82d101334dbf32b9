using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class GetConvention : Endpoint<TreatyRequest, TrackedTreaty>
{
    public override void Configure()
    {
        Get("/v1/conventions/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "Get a convention",
            "Returns a principal treaty with its protocols, in the same form as /v1/treaties/{treaty}.",
            "/v1/conventions/untoc?asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (treaty.BelongsToAnother)
            return Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    $"'{treaty.Id}' is a protocol{(treaty.Parent is { } parent ? $" to '{parent}'" : "")}. Use /v1/protocols/{treaty.Id}."
                )
            );
        CanonicalPath.Declare(HttpContext, $"/v1/conventions/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
    }
}
