using Microsoft.Data.Sqlite;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Keys;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

/// <summary>
/// Records events in one transaction: what a request refers to, repeats and contradicts is found out there, so that nothing changes in
/// between.
/// </summary>
/// <param name="current">The register.</param>
/// <param name="database">Its file.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Gets a line for each recording.</param>
public sealed class EventRecorder(CurrentRegister current, Database database, TimeProvider clock, ILogger<EventRecorder> log) : IDisposable
{
    // Writers wait here, where waiting takes no thread, and can be given up.
    readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Records, or answers why not.</summary>
    /// <param name="http">The request, with a key.</param>
    /// <param name="language">The language of names in the answer.</param>
    /// <param name="plan">
    /// What becomes of each event of the request, given what the register holds and the instant. It refuses with a
    /// <see cref="RecordingRefusedException"/>.
    /// </param>
    /// <param name="ct">Ends the wait for other writers.</param>
    internal async Task<IResult> Record(
        HttpContext http,
        string language,
        Func<Register, DateTimeOffset, IReadOnlyList<PlannedEvent>> plan,
        CancellationToken ct
    )
    {
        if (database.IsReadOnly)
            return Problem.Result(
                ProblemType.Unavailable,
                "This service answers from a copy of the register. Nothing was recorded; send recordings to the service that writes to it."
            );
        var by = KeyAuthentication.NameOf(http);
        try
        {
            // Most requests that are wrong are wrong with the snapshot too: they do not wait, nor keep others waiting.
            _ = plan(RequestSnapshot.Required(http).Register, clock.GetUtcNow());
            await _turn.WaitAsync(ct);
            try
            {
                return Record(http, by, language, plan);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (RecordingRefusedException refused)
        {
            return refused.Answer;
        }
        catch (DatabaseException e)
        {
            return Problem.Result(ProblemType.Unavailable, $"Nothing was recorded: {ReasonOf(e)}");
        }
    }

    Answer Record(HttpContext http, string by, string language, Func<Register, DateTimeOffset, IReadOnlyList<PlannedEvent>> plan)
    {
        Register? before = null;
        IReadOnlyList<PlannedEvent> planned = [];
        IReadOnlyList<Finding> findings = [];
        var now = clock.GetUtcNow();
        var (made, after) = current.Write(
            by,
            null,
            held =>
            {
                before = held;
                now = clock.GetUtcNow();
                var instant = Recordings.NextInstant(held.Log, now);
                planned = plan(held, instant);
                Proposal[] proposals = [.. planned.Select(p => p.New).OfType<Proposal>()];
                // Whoever repeats a request that succeeded may repeat its condition too (RFC 9110, 13.1.1).
                if (proposals.Length == 0)
                    return new(held.Facts, [], false) { RecordedAt = instant };
                if (!Holds(http, held.Version))
                    throw new RecordingRefusedException(
                        Problem.Result(
                            ProblemType.PreconditionFailed,
                            $"The register has the data version {held.Version}, and If-Match asks for another one. Nothing was recorded. "
                                + "Look at what has changed, and send the request again with the new version."
                        )
                    );
                var check = ProposalCheck.Of(held, proposals, DateOnly.FromDateTime(now.UtcDateTime));
                if (check.Failing.Count > 0)
                    throw new RecordingRefusedException(ContradictionProblem.Result(check.Findings));
                findings = check.Findings;
                var facts =
                    check.Waivers.Count == 0 ? held.Facts : held.Facts with { Waivers = Waiver.Union(check.Waivers, held.Facts.Waivers) };
                return new(facts, [.. proposals.Select(p => p.Event)], check.Waivers.Count > 0)
                {
                    RecordedAt = instant,
                    Checked = check.After,
                };
            }
        );
        int? number = made.IsEmpty ? null : after.Log.Newest!.Number;
        if (number is not null)
            log.LogInformation("Recording {Number} by '{By}': {Events} events", number, PlainText.Line(by), made.Events.Count);
        var context = AnswerContext.OfToday(after, now, language);
        return new(
            after,
            now,
            language,
            planned.Count == 1 ? $"/v1/events/{planned[0].Id}" : $"/v1/recordings/{number}",
            new()
            {
                Recording = number,
                DataVersion = after.Version,
                Events = [.. planned.Select(p => RecordedEvent.Of(after.Facts.Events[p.Id], context))],
                Existing = [.. planned.Where(p => p.New is null).Select(p => p.Id).Distinct()],
                Findings = findings,
                Counts = CountsChange.Of(
                    AnswerContext.OfToday(before!, now, language),
                    context,
                    planned.Select(p => p.Treaty).ToHashSet(StringComparer.Ordinal)
                ),
            }
        );
    }

    static bool Holds(HttpContext http, string version) =>
        http.Request.Headers.IfMatch.Count == 0
        || (
            EntityTagHeaderValue.TryParseList(http.Request.Headers.IfMatch, out var tags)
            && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || (!t.IsWeak && t.Tag == $"\"{version}\""))
        );

    /// <summary>Why the register cannot be written to, without its path.</summary>
    static string ReasonOf(DatabaseException e) =>
        e.InnerException is SqliteException sqlite
            ? DatabaseException.Cause(sqlite)
            : $"{e.Reason}. Whoever runs the service must mend it.";

    /// <summary>The answer, with the data version after the recording.</summary>
    sealed record Answer(Register After, DateTimeOffset Now, string Language, string Address, RecordingAnswer Body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            httpContext.Features.Set(new RequestSnapshot(After, Now));
            SharedHeaders.Set(httpContext);
            response.Headers.ContentLanguage = Language;
            response.StatusCode = Body.Recording is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
            if (Body.Recording is not null)
                response.Headers.Location = $"{httpContext.Request.PathBase}{Address}";
            return JsonBody.Write(response, Body, ListResults.JsonType);
        }
    }
}
