using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class GetTreaty : Endpoint<TreatyRequest, TrackedTreaty>
{
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "Get a treaty",
            "Returns titles, dates, depositary, final clauses, published and computed entry into force, counts on the requested day, "
                + "parent and protocols.",
            "/v1/treaties/untoc-trafficking?asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
    }
}
