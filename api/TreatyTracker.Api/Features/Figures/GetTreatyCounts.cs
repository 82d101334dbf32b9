using FastEndpoints;

namespace TreatyTracker.Api.Features.Figures;

/// <summary>The named counts of one treaty on a day.</summary>
public sealed class GetTreatyCounts : Endpoint<GetTreatyCounts.Request, TreatyCounts>
{
    /// <summary>Which treaty, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Id (<c>untoc</c>) or MTDSG number (<c>XVIII-12</c>), in any letter case.</summary>
        public string Treaty { get; init; } = "";
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts");
        this.Describe(Topics.Counts, "How many parties did a treaty have on a day?",
            "The named counts, computed from the events: parties (the depositary's headline figure), parties in force, signatories and the rest, with a breakdown that adds up and the state of the record.",
            "/v1/treaties/untoc/counts?asOf=2017-06-30");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Register.FindTreaty(req.Treaty) is not { } treaty) return Send.ResultAsync(Asking.UnknownTreaty(clocks.Register, req.Treaty));
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/counts");
        return Send.OkAsync(TreatyCounts.Of(treaty, clocks), ct);
    }
}
