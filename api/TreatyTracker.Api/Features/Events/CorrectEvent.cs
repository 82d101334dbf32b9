using System.Text.Json;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Keys;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

public sealed class CorrectEvent(EventRecorder recorder) : Endpoint<CorrectEvent.Request, RecordingAnswer>
{
    const string Shape = "an object such as {\"date\": \"2016-06-17\"}, or {\"retract\": true}";

    /// <summary>What a retraction may have beside itself.</summary>
    static readonly string[] s_ofRetractions = ["retract", "note", "sources", "acknowledge"];

    public sealed class Request
    {
        /// <summary>The event's id, case-insensitive.</summary>
        public string Id { get; init; } = "";

        /// <inheritdoc cref="KnownRequest.Lang"/>
        public Language? Lang { get; init; }
    }

    public override void Configure()
    {
        Post("/v1/events/{id}/corrections");
        // The endpoint reads the body itself.
        RequestBinder(new RequestBinder<Request>(BindingSource.RouteValues | BindingSource.QueryParams));
        this.Describe(
            ApiTags.Recording,
            "Correct or retract an event",
            "Records a correction: the members of the body replace those of the event as it stands, null removes one, and the others stay. "
                + "Or retracts the event. The event itself stays as it was recorded, and so do all answers with a knownAt before the "
                + "correction. Answers as /v1/events does: 200 if the event has these values already.",
            "/v1/events/untoc-PRK-accession-2016-06-17/corrections",
            """{ "verification": "corroborated", "note": "Invented, as an example" }""",
            KeyAuthentication.MayRecord
        );
        Description(b =>
            b.Accepts<CorrectionToRecord>("application/json")
                .Produces<RecordingAnswer>(200, "application/json")
                .Produces<RecordingAnswer>(201, "application/json")
                .Produces<ContradictionProblem>(422, Problem.MediaType)
        );
    }

    public override async Task HandleAsync(Request req, CancellationToken ct) =>
        await Send.ResultAsync(await JsonRequestBody.Answer(HttpContext, Shape, body => Answer(req, body, ct), ct));

    async Task<IResult> Answer(Request req, JsonElement body, CancellationToken ct)
    {
        if (EventBodies.TooLarge(body, "") is { } tooLarge)
            return tooLarge;
        return await recorder.Record(
            HttpContext,
            LanguageNegotiation.Of(HttpContext, req.Lang?.WireName()),
            (held, instant) => [Plan(held, instant, req.Id, body)],
            ct
        );
    }

    /// <summary>What becomes of a correction, given what the register holds.</summary>
    internal static PlannedEvent Plan(Register held, DateTimeOffset instant, string id, JsonElement body)
    {
        if (held.FindEvent(id) is not { } target)
            throw new RecordingRefusedException(NotFoundResults.UnknownEvent(held, id));
        if (target.Corrects is { } act)
            throw new RecordingRefusedException(
                Problem.BadParameter(
                    "id",
                    $"'{target.Id}' is itself a correction. Correct the act again: POST /v1/events/{act}/corrections."
                )
            );
        var treaty = held.FindTreaty(target.Treaty)!;
        var standing = held.KnownAt(null).ActsOf(treaty).FirstOrDefault(a => a.Id == target.Id);
        var corrections = held
            .Facts.Events.Where(e => e.Corrects == target.Id)
            .OrderBy(e => e.RecordedAt)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .ToList();
        var right = Checked(
            held,
            treaty,
            body,
            CorrectionToRecord.Of(standing ?? corrections.FindLast(c => c.CorrectedKind is not null) ?? target)
        );
        var existing = corrections.Count > 0 ? corrections[^1].Id : target.Id;
        var values = right.Retract is true ? null : right.Act(treaty, held);
        if (values is null ? standing is null : standing is not null && EventBodies.Values(standing) == values)
            return new(existing, treaty.Id, null);
        // A retraction keeps the values of what it retracts, with the reason and the sources that it gives.
        var correction =
            values ?? standing! with { Note = right.Note, Sources = [.. (right.Sources ?? []).Select(s => held.FindSource(s)!.Id)] };
        return new(
            EventIds.Free($"{target.Id}-correction", held.Facts.Events.Contains),
            treaty.Id,
            new(
                correction with
                {
                    Id = EventIds.Free($"{target.Id}-correction", held.Facts.Events.Contains),
                    Kind = EventKind.Correction,
                    Corrects = target.Id,
                    CorrectedKind = values?.Kind,
                    RecordedAt = instant,
                },
                EventBodies.OverridesOf(right, held)
            )
        );
    }

    /// <summary>The values of the body over those of the act as it stands.</summary>
    static CorrectionToRecord Checked(Register held, Treaty treaty, JsonElement body, CorrectionToRecord standing)
    {
        var members = new JsonMembers();
        if (members.Read(body, "", standing) is not { } right)
            throw new RecordingRefusedException(Problem.BadParameters(members.Errors));
        var given = body.EnumerateObject().Select(m => m.Name).ToList();
        if (given.Count == 0)
            members.Add("body", $"The object has no members. Send the values that are right, or retract the event: {Shape}.");
        if (right.Retract is true)
        {
            foreach (var name in given.Except(s_ofRetractions))
                members.Add(name, "A retraction has no values. Leave the member out, or leave out 'retract'.");
            // Unlike values, a reason is not taken over from the act.
            if (!given.Contains("note"))
                right = right with { Note = null };
        }
        if (members.Errors.Count == 0)
            EventBodies.Add(members, "", new EventValuesValidator<CorrectionToRecord>(held, _ => treaty).Validate(right).Errors);
        return members.Errors.Count == 0 ? right : throw new RecordingRefusedException(Problem.BadParameters(members.Errors));
    }
}
