using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

/// <summary>The register's events.</summary>
public sealed class ListEvents : Endpoint<ListEvents.Request, Page<RecordedEvent>>
{
    /// <summary>Which events.</summary>
    public sealed class Request : EventListRequest
    {
        /// <summary>Only events under this treaty (id or MTDSG number).</summary>
        public string? Treaty { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddEventRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/events");
        this.Describe(
            ApiTags.Events,
            "What happened, under any treaty?",
            "Every event recorded, corrections among them, in order of date and id. Dated on or before asOf.",
            "/v1/events?state=PRK&from=2016-01-01&to=2016-12-31&asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var register = RequestSnapshot.Required(HttpContext).Register;
        if (req.Treaty is not { } asked)
            return Send.ResultAsync(EventFilters.List(HttpContext, req, null));
        return Send.ResultAsync(
            register.FindTreaty(asked) is { } treaty
                ? EventFilters.List(HttpContext, req, treaty)
                : NotFoundResults.BadTreaty(register, "treaty", asked)
        );
    }
}
