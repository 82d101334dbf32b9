using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

public sealed class GetEvent : Endpoint<GetEvent.Request, EventWithCorrections>
{
    public sealed class Request : KnownRequest
    {
        /// <summary>The event's id, case-insensitive.</summary>
        public string Id { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/events/{id}");
        this.Describe(
            ApiTags.Events,
            "What does the register know about an event?",
            "Returns the event as it was recorded and its corrections, oldest first, without anything recorded after knownAt.",
            "/v1/events/untoc-PRK-accession-2016-06-17"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        var found = register.FindEvent(req.Id);
        if (found is null || found.RecordedAt > context.KnownAt)
            return Send.ResultAsync(NotFoundResults.UnknownEvent(register, req.Id));
        CanonicalPath.Declare(HttpContext, $"/v1/events/{found.Id}");
        var corrections = register
            .Facts.Events.Where(e => e.Corrects == found.Id && e.RecordedAt <= context.KnownAt)
            .OrderBy(e => e.RecordedAt)
            .ThenBy(e => e.Id, StringComparer.Ordinal);
        return Send.OkAsync(new(RecordedEvent.Of(found, context), [.. corrections.Select(e => RecordedEvent.Of(e, context))]), ct);
    }
}
