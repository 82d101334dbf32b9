using System.Text.Json;
using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Consistency;

public sealed class CheckRecord : EndpointWithoutRequest<CheckedRecord>
{
    /// <summary>The address.</summary>
    public const string Address = "/v1/consistency/check";

    const string Shape =
        "an object such as {\"events\": [{\"treaty\": \"untoc\", \"participant\": \"PRK\", \"kind\": \"accession\", "
        + "\"date\": \"2016-06-17\"}]}";

    /// <summary>A check can take all of a processor for a while: no more of them run at once.</summary>
    static readonly SemaphoreSlim s_running = new(2);

    static readonly string[] s_members = ["events", "seeds"];

    public override void Configure()
    {
        Post(Address);
        this.Describe(
            ApiTags.Consistency,
            "What would the rules find, if this were recorded?",
            "A dry run: checks events with what the register holds, or a whole set of seeds of at most 1 MB, and returns the findings and "
                + "the counts that recording would lead to. Nothing is recorded, and no key is needed. The number of dry runs is limited.",
            Address,
            """{ "events": [{ "treaty": "untoc", "participant": "PRK", "kind": "accession", "date": "2016-06-18" }] }"""
        );
        Description(b => b.Accepts<RecordToCheck>("application/json"));
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.ResultAsync(await JsonRequestBody.Answer(HttpContext, Shape, body => InTurn(body, ct), ct));

    async Task<IResult> InTurn(JsonElement body, CancellationToken ct)
    {
        await s_running.WaitAsync(ct);
        try
        {
            return Answer(body);
        }
        finally
        {
            s_running.Release();
        }
    }

    IResult Answer(JsonElement body)
    {
        var snapshot = RequestSnapshot.Required(HttpContext);
        if (
            body.ValueKind is not JsonValueKind.Object
            || !body.EnumerateObject().Any()
            || body.EnumerateObject().Any(m => !s_members.Contains(m.Name))
        )
            return Problem.BadParameter("body", $"The body is not an object with 'events', 'seeds' or both. Send {Shape}.");
        CheckContext? seeds = null;
        if (body.TryGetProperty("seeds", out var files))
        {
            (seeds, var unreadable) = SeedsToCheck.Read(files, snapshot.Today);
            if (unreadable is not null)
                return unreadable;
        }
        var register = seeds is null ? snapshot.Register : Register.Of(seeds.Facts);
        IReadOnlyList<PlannedEvent> planned = [];
        if (body.TryGetProperty("events", out var given))
        {
            var (events, wrong) = EventBodies.Read(given, register, "events");
            if (wrong is not null)
                return wrong;
            try
            {
                planned = EventBodies.Plan(register, InstantOf(register, snapshot.Now), events);
            }
            catch (RecordingRefusedException refused)
            {
                return refused.Answer;
            }
        }
        Proposal[] proposals = [.. planned.Select(p => p.New).OfType<Proposal>()];
        var check = proposals.Length == 0 ? null : ProposalCheck.Of(register, proposals, snapshot.Today);
        Finding[] findings =
        [
            .. seeds is null ? [] : Checker.Run(seeds, seeds.Facts.Waivers, CheckOptions.Everything).Findings,
            .. check?.Findings ?? [],
        ];
        var after = check?.After ?? register;
        return TypedResults.Ok(
            new CheckedRecord
            {
                Valid = !findings.Any(f => f.Waived is null && f.Severity is Severity.Error),
                AsOf = snapshot.Today,
                Existing = [.. planned.Where(p => p.New is null).Select(p => p.Id).Distinct()],
                Findings = [.. findings.OrderByDescending(f => f.Severity)],
                Counts = CountsChange.Of(
                    AnswerContext.OfToday(snapshot.Register, snapshot.Now, Languages.English),
                    AnswerContext.OfToday(after, snapshot.Now, Languages.English),
                    (seeds is null ? planned.Select(p => p.Treaty) : seeds.Facts.Treaties.Select(t => t.Id)).ToHashSet(
                        StringComparer.Ordinal
                    )
                ),
            }
        );
    }

    /// <summary>An instant after everything that a register knows.</summary>
    static DateTimeOffset InstantOf(Register register, DateTimeOffset now) =>
        register.LastRecordedAt is { } last && last >= now ? last.AddMilliseconds(1) : now;
}
