using FastEndpoints;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>One treaty.</summary>
public sealed class GetTreaty : Endpoint<TreatyRequest, TrackedTreaty>
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}");
        this.Describe(Topics.Treaties, "What is this treaty?",
            "Titles, dates, depositary, final clauses, entry into force as published and as computed, counts on the day, parent and protocols.",
            "/v1/treaties/untoc-trafficking?asOf=2017-06-30");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(TreatyRequest req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}");
        return Send.OkAsync(TrackedTreaty.Of(treaty, clocks), ct);
    }
}
