using System.Text.Json;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Keys;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

public sealed class RecordEvents(EventRecorder recorder) : Endpoint<RecordEvents.Request, RecordingAnswer>
{
    public sealed class Request
    {
        /// <inheritdoc cref="KnownRequest.Lang"/>
        public Language? Lang { get; init; }
    }

    public override void Configure()
    {
        Post("/v1/events");
        // The endpoint reads the body itself.
        RequestBinder(new RequestBinder<Request>(BindingSource.QueryParams));
        this.Describe(
            ApiTags.Recording,
            "Record one event, or up to 1,000",
            "Records an event, or a list of events in one transaction: all or none. Answers 201 with the events, what the consistency "
                + "rules find with them, and the counts before and after. An act that the register has already is not recorded again, so a "
                + "request can safely be repeated: `existing` names such acts, and where all are, the status is 200. Events with which the "
                + "record would break a rule are refused with 422; `acknowledge` overrides a rule. With If-Match, the request succeeds "
                + "only if the register still has that data version. An event has at most 64 kB, the body 1 MB.",
            "/v1/events",
            Example,
            KeyAuthentication.MayAppend
        );
        Description(b =>
            b.Accepts<EventToRecord[]>("application/json")
                .Produces<RecordingAnswer>(200, "application/json")
                .Produces<RecordingAnswer>(201, "application/json")
                .Produces<ContradictionProblem>(422, Problem.MediaType)
                .WithMetadata(new OpenApi.OneOrMany())
        );
    }

    const string Example = """
        { "treaty": "untoc", "participant": "PNG", "kind": "accession", "date": "2026-11-02", "note": "Invented, as an example" }
        """;

    public override async Task HandleAsync(Request req, CancellationToken ct) =>
        await Send.ResultAsync(await JsonRequestBody.Answer(HttpContext, EventBodies.Shape, body => Answer(req, body, ct), ct));

    async Task<IResult> Answer(Request req, JsonElement body, CancellationToken ct)
    {
        var register = RequestSnapshot.Required(HttpContext).Register;
        var (events, wrong) = EventBodies.Read(body, register);
        if (wrong is not null)
            return wrong;
        if (!KeyAuthentication.MayOverride(HttpContext) && events.Any(e => e.Acknowledge is { Length: > 0 }))
            return KeyAuthentication.Forbidden(
                HttpContext,
                "The key has the scope append, which records new events alone. 'acknowledge' needs a key with the scope record."
            );
        return await recorder.Record(
            HttpContext,
            LanguageNegotiation.Of(HttpContext, req.Lang?.WireName()),
            (held, instant) =>
            {
                // Another process may have changed what the events refer to.
                if (held != register && EventBodies.Read(body, held).Problem is { } now)
                    throw new RecordingRefusedException(now);
                return EventBodies.Plan(held, instant, events);
            },
            ct
        );
    }
}
