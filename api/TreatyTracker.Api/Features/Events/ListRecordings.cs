using System.Globalization;
using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

public sealed class ListRecordings : Endpoint<ListRecordings.Request, Page<RecordedWrite>>
{
    public sealed class Request : ListRequest;

    public override void Configure()
    {
        Get("/v1/recordings");
        this.Describe(
            ApiTags.Events,
            "Who recorded what, and when?",
            "Returns all recordings, the oldest first. Each import and each other write to the register is one; its hash covers "
                + "its contents "
                + "and the hash before it.",
            "/v1/recordings?limit=2"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var log = RequestSnapshot.Required(HttpContext).Register.Log;
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                [.. log.All.Select(r => RecordedWrite.Of(r, log))],
                // As text in the order of the numbers.
                r => r.Number.ToString("D10", CultureInfo.InvariantCulture),
                RecordedWrite.Columns
            )
        );
    }
}
