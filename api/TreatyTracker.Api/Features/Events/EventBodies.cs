using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FluentValidation.Results;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>Reads the events of a body, and finds out which of them the register has already.</summary>
static class EventBodies
{
    /// <summary>The most events of one request.</summary>
    public const int MostEvents = 1_000;

    /// <summary>The largest event, in bytes.</summary>
    public const int MostBytes = 64 << 10;

    /// <summary>What a body must be, for messages.</summary>
    public const string Shape =
        "an event such as {\"treaty\": \"untoc\", \"participant\": \"PRK\", \"kind\": \"accession\", \"date\": \"2016-06-17\"}, "
        + "or a list of them";

    /// <summary>The rule that a corrected act breaks when it is recorded again.</summary>
    const string CorrectedCounted = "corrected-event-counted";

    /// <summary>The events of a body, or the problem that answers it.</summary>
    /// <param name="body">One event, or a list.</param>
    /// <param name="register">What the events refer to.</param>
    /// <param name="place">The place of the body; empty where it is the whole one.</param>
    public static (IReadOnlyList<EventToRecord> Events, IResult? Problem) Read(JsonElement body, Register register, string place = "")
    {
        var isList = body.ValueKind is JsonValueKind.Array;
        var elements = isList ? body.EnumerateArray().ToList() : [body];
        if (isList && elements.Count is 0 or > MostEvents)
            return (
                [],
                Problem.BadParameter(
                    place.Length == 0 ? "body" : place,
                    elements.Count == 0
                        ? "The list is empty. Send at least one event."
                        : $"The list has {elements.Count} events. Send at most {MostEvents}, and the rest in other requests."
                )
            );
        string PlaceOf(int at) => isList ? JsonMembers.Of(place, at) : place;
        for (var at = 0; at < elements.Count; at++)
            if (TooLarge(elements[at], PlaceOf(at)) is { } tooLarge)
                return ([], tooLarge);
        var (members, validator, events) = (new JsonMembers(), new EventToRecordValidator(register), new List<EventToRecord>());
        foreach (var (at, element) in elements.Index())
        {
            if (members.IsFull)
                break;
            var before = members.Errors.Count;
            if (members.Read(element, PlaceOf(at), new EventToRecord()) is not { } read)
                continue;
            events.Add(read);
            // What could not be read is reported once, and not as missing too.
            if (members.Errors.Count == before)
                Add(members, PlaceOf(at), validator.Validate(read).Errors);
        }
        return members.Errors.Count > 0 ? ([], Problem.BadParameters(members.Errors)) : (events, null);
    }

    /// <summary>The problem of an event with too many bytes; <c>null</c> for none.</summary>
    public static IResult? TooLarge(JsonElement element, string place) =>
        JsonMarshal.GetRawUtf8Value(element).Length <= MostBytes
            ? null
            : Problem.Result(
                ProblemType.ContentTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The event{(place.Length == 0 ? "" : $" {place}")} has more than {MostBytes} bytes. Shorten its note."
                )
            );

    /// <summary>Adds what a validator found, by place.</summary>
    public static void Add(JsonMembers members, string place, IEnumerable<ValidationFailure> failures)
    {
        foreach (var failure in failures)
            members.Add(
                JsonMembers.Of(place, string.Join('.', failure.PropertyName.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName))),
                failure.ErrorMessage
            );
    }

    /// <summary>What becomes of events, given what the register holds.</summary>
    /// <param name="held">The register.</param>
    /// <param name="instant">The instant of the recording.</param>
    /// <param name="events">The events; they have been checked.</param>
    /// <exception cref="RecordingRefusedException">An event was recorded before and has been corrected since.</exception>
    public static IReadOnlyList<PlannedEvent> Plan(Register held, DateTimeOffset instant, IReadOnlyList<EventToRecord> events)
    {
        var planned = new List<PlannedEvent>(events.Count);
        // The same act twice in one request is one act.
        var added = new Dictionary<TreatyEvent, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var acts = new Dictionary<string, Dictionary<TreatyEvent, string>>(StringComparer.Ordinal);
        foreach (var (at, given) in events.Index())
        {
            var treaty = held.FindTreaty(given.Treaty!)!;
            var act = given.Act(treaty, held);
            if (!acts.TryGetValue(treaty.Id, out var standing))
                acts.Add(treaty.Id, standing = StandingActs(held, treaty));
            if (standing.TryGetValue(act, out var existing) || added.TryGetValue(act, out existing))
            {
                planned.Add(new(existing, treaty.Id, null));
                continue;
            }
            var overrides = OverridesOf(given, held);
            var natural = EventIds.Of(treaty.Id, act.Participant, act.Kind, act.Date);
            if (Corrected(held, natural, act) is { } corrected && !overrides.Any(o => o.Rule == CorrectedCounted))
                throw new RecordingRefusedException(ContradictionProblem.Result([corrected]));
            var id = EventIds.Free(natural, i => held.Facts.Events.Contains(i) || taken.Contains(i));
            taken.Add(id);
            added.Add(act, id);
            planned.Add(new(id, treaty.Id, new(act with { Id = id, RecordedAt = instant }, overrides)));
        }
        return planned;
    }

    /// <summary>The overrides of an event, without what the findings tell.</summary>
    public static IReadOnlyList<Waiver> OverridesOf(EventValues values, Register register) =>
        [
            .. (values.Acknowledge ?? []).Select(a => new Waiver(
                a.Rule!,
                null,
                null,
                null,
                null,
                a.Reason!,
                register.FindSource(a.Source!)!.Id,
                null
            )),
        ];

    /// <summary>An act as two requests that mean the same one give it.</summary>
    public static TreatyEvent Values(TreatyEvent act) => act with { Id = "", RecordedAt = default };

    static Dictionary<TreatyEvent, string> StandingActs(Register held, Treaty treaty)
    {
        var acts = new Dictionary<TreatyEvent, string>();
        foreach (var act in held.KnownAt(null).ActsOf(treaty))
            acts.TryAdd(Values(act), act.Id);
        return acts;
    }

    /// <summary>The finding that an act was recorded with these values and was corrected since; <c>null</c> where it was not.</summary>
    static Finding? Corrected(Register held, string natural, TreatyEvent act)
    {
        for (var number = 1; held.Facts.Events.Find(EventIds.Numbered(natural, number)) is { } recorded; number++)
            if (Values(recorded) == act && Catalogue.Find(CorrectedCounted) is { } rule)
                return new()
                {
                    Rule = rule.Id,
                    Severity = rule.Severity,
                    Treaty = act.Treaty,
                    Participant = act.Participant.Length == 0 ? null : act.Participant,
                    Events = [recorded.Id],
                    Day = act.Date,
                    Found = $"This act was recorded as '{recorded.Id}', and has been corrected since.",
                    Expected = "Only the corrected values are counted.",
                    Remedy =
                        $"See /v1/events/{recorded.Id}. If the correction is wrong, correct the event again: POST "
                        + $"/v1/events/{recorded.Id}/corrections.",
                };
        return null;
    }
}
