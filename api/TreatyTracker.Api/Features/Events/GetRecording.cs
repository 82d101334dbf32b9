using System.Globalization;
using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

public sealed class GetRecording : Endpoint<GetRecording.Request, RecordedWrite>
{
    public sealed class Request
    {
        /// <summary>The number of the recording.</summary>
        public string Number { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/recordings/{number}");
        this.Describe(
            ApiTags.Events,
            "What is one recording?",
            "Returns when and by whom it was recorded, how many events it added, the data version before and after it, and its hash.",
            "/v1/recordings/1"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var log = RequestSnapshot.Required(HttpContext).Register.Log;
        return
            int.TryParse(req.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= log.All.Count
            ? Send.OkAsync(RecordedWrite.Of(log.All[number - 1], log), ct)
            : Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    log.All.Count == 0
                        ? "The register has no recordings yet."
                        : $"Unknown recording '{req.Number}'. The register has the recordings 1 to {log.All.Count}; "
                            + "/v1/recordings lists them."
                )
            );
    }
}
