using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

public sealed class ListEvents : Endpoint<ListEvents.Request, Page<RecordedEvent>>
{
    public sealed class Request : EventListRequest
    {
        /// <summary>Only events under this treaty (id or MTDSG number).</summary>
        public string? Treaty { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/events");
        this.Describe(
            ApiTags.Events,
            "What happened under all treaties?",
            "Returns all recorded events dated on or before asOf, including corrections, ordered by date and id, "
                + "or by the instant of recording; order=desc puts the latest first.",
            "/v1/events?state=PRK&from=2016-01-01&to=2016-12-31&asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var snapshot = RequestSnapshot.Required(HttpContext);
        var register = snapshot.Register;
        if (req.Treaty is not { } asked)
            return Send.ResultAsync(EventFilters.List(HttpContext, req, null));
        return Send.ResultAsync(
            (register.At(snapshot.KnownAt(req)).FindTreaty(asked) ?? register.FindTreaty(asked)) is { } treaty
                ? EventFilters.List(HttpContext, req, treaty)
                : NotFoundResults.BadTreaty(register, "treaty", asked)
        );
    }
}
