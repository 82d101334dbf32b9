using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Features.Subscriptions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>
/// What a webhook is still to be told, in order: the events of each recording, then the days that arrived. It follows from the register and
/// the position of the webhook alone, so that nothing is lost whenever the service ends.
/// </summary>
/// <param name="webhook">The webhook.</param>
/// <param name="register">The snapshot.</param>
/// <param name="now">The current instant.</param>
sealed class Outbox(Webhook webhook, Register register, DateTimeOffset now)
{
    readonly WebhookPosition _start = StartOf(webhook, register, DateOnly.FromDateTime(now.UtcDateTime));
    readonly DateOnly _today = DateOnly.FromDateTime(now.UtcDateTime);

    // Made for the first message: most steps concern nobody.
    readonly Lazy<Effects> _effects = new(() => new(ContextOf(register, DateOnly.FromDateTime(now.UtcDateTime), now)));

    /// <summary>Whether there is any step.</summary>
    public bool HasSteps => _start != webhook.Position || _start.Recording < register.Log.All.Count || _start.Day < _today;

    /// <summary>Since when the next step waits; <c>null</c> where there is none.</summary>
    public DateTimeOffset? WaitsSince =>
        _start.Recording < register.Log.All.Count ? register.Log.All[_start.Recording].Instant
        : _start.Day < _today ? StartOf(_start.Day.AddDays(1))
        : null;

    /// <summary>All steps, in order. Each must be taken before the next one is asked for.</summary>
    public IEnumerable<OutboxStep> Steps()
    {
        var position = _start;
        foreach (var step in OfRecordings().Concat(OfDays()))
        {
            // Recordings move one part of the position, days the other.
            yield return step.Day is null
                ? new(position = position with { Recording = step.Recording, Hash = step.Hash, Delivered = step.Delivered }, step.Message)
                : new(position = position with { Day = step.Day.Value, Effect = step.Effect }, step.Message);
        }
        if (position == _start && _start != webhook.Position)
            yield return new(position, null);
    }

    /// <summary>A test message.</summary>
    public static WebhookMessage Test(Webhook webhook, DateTimeOffset now) =>
        WebhookMessage.Of($"test {webhook.Id} {now:O}", "webhook.test", null, now, new TestData(webhook.Id));

    // A clock that was ahead and is right again must not silence the days until then: the receiver knows what comes again by its id. One
    // that is behind must not bring back days from before the webhook, or before the newest recording.
    static WebhookPosition StartOf(Webhook webhook, Register register, DateOnly today)
    {
        var position = webhook.Position.In(register.Log);
        var day = new[] { today, DayOf(webhook.Created), DayOf(register.LastRecordedAt ?? default) }.Max();
        return position.Day <= day.AddDays(1) ? position : position with { Day = day, Effect = null };
    }

    static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    sealed record Step(WebhookMessage? Message)
    {
        public int Recording { get; init; }
        public string? Hash { get; init; }
        public int Delivered { get; init; }
        public DateOnly? Day { get; init; }
        public string? Effect { get; init; }
    }

    IEnumerable<Step> OfRecordings()
    {
        var log = register.Log.All;
        if (_start.Recording >= log.Count)
            yield break;
        var since = _start.Recording == 0 ? DateTimeOffset.MinValue : log[_start.Recording - 1].Instant;
        var events = register
            .Facts.Events.Where(e => e.RecordedAt > since)
            .OrderBy(e => e.RecordedAt)
            .ThenBy(e => e.Corrects is not null)
            .ThenBy(e => e.Date)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .ToList();
        var next = 0;
        foreach (var recording in log.Skip(_start.Recording))
        {
            var before = recording.Number == 1 ? null : log[recording.Number - 2];
            var delivered = recording.Number == _start.Recording + 1 ? _start.Delivered : 0;
            for (var count = 1; next < events.Count && events[next].RecordedAt <= recording.Instant; next++, count++)
                if (count > delivered)
                    yield return new(Concerns(events[next]) ? MessageOf(events[next], recording) : null)
                    {
                        Recording = recording.Number - 1,
                        Hash = before?.Hash,
                        Delivered = count,
                    };
            // Whoever keeps a copy must know, whatever the webhook is about.
            yield return new(recording.By == Recordings.ByRestore ? MessageOfRestore(recording, before) : null)
            {
                Recording = recording.Number,
                Hash = recording.Hash,
            };
        }
    }

    IEnumerable<Step> OfDays()
    {
        if (_start.Day >= _today)
            yield break;
        var first = _start.Day.AddDays(1);
        var effects = register
            .Facts.Treaties.Where(t => webhook.Treaties.Count == 0 || webhook.Treaties.Contains(t.Id))
            .Select(register.KnownAt(null).StatusOf)
            .Where(status => ChangesBetween(status, first, _today))
            .SelectMany(status => _effects.Value.Of(status, state: null))
            .Where(e => first <= e.On && e.On <= _today)
            .Where(e => e.On > first || string.CompareOrdinal(e.Uid, _start.Effect) > 0)
            .OrderBy(e => e.On)
            .ThenBy(e => e.Uid, StringComparer.Ordinal);
        foreach (var effect in effects)
            yield return new(Concerns(effect) ? MessageOf(effect) : null) { Day = effect.On.AddDays(-1), Effect = effect.Uid };
        yield return new((WebhookMessage?)null) { Day = _today };
    }

    static bool ChangesBetween(TreatyStatus status, DateOnly first, DateOnly last) =>
        status
            .Timeline.Steps.Select(s => (DateOnly?)s.Key)
            .Append(status.EntryIntoForce.On)
            .Append(status.TerminatedOn)
            .Any(day => first <= day && day <= last);

    bool Concerns(TreatyEvent e) =>
        Has(webhook.Treaties, e.Treaty)
        && (webhook.States.Count == 0 || webhook.States.Contains(e.Participant) || webhook.States.Contains(e.Counterpart ?? ""))
        && (Has(webhook.Kinds, e.CorrectedKind ?? e.Kind) || Has(webhook.Kinds, e.Kind) || Has(webhook.Kinds, Original(e)?.Kind ?? e.Kind));

    bool Concerns(EffectDay effect) =>
        Has(webhook.Treaties, effect.Treaty)
        && (webhook.States.Count == 0 || (effect.Participant is { } code && webhook.States.Contains(code)))
        && (webhook.Kinds.Count == 0 || (effect.Act is { } act && webhook.Kinds.Contains(act.Kind)));

    static bool Has<T>(IReadOnlyList<T> filter, T value) => filter.Count == 0 || filter.Contains(value);

    TreatyEvent? Original(TreatyEvent e) => e.Corrects is { } id ? register.Facts.Events.Find(id) : null;

    WebhookMessage MessageOf(TreatyEvent e, Recording recording)
    {
        var treaty = register.FindTreaty(e.Treaty)!;
        var (context, act) = (ContextOf(register, _today, now), e.Corrects ?? e.Id);
        var status = register.KnownAt(null).StatusOf(treaty);
        var effects =
            e.Participant.Length > 0
                ? _effects.Value.Of(status, register.Participant(e.Participant))
                : _effects.Value.Of(status, state: null);
        return WebhookMessage.Of(
            $"{recording.Hash} {e.Id}",
            e.Corrects is null ? "event.recorded"
                : e.CorrectedKind is null ? "event.retracted"
                : "event.corrected",
            SubjectOf(e.Treaty, e.Participant),
            e.RecordedAt,
            new EventData(
                RecordedEvent.Of(e, context),
                Original(e) is { } original ? RecordedEvent.Of(original, context) : null,
                [.. effects.Where(x => x.Act?.Id == act).OrderBy(x => x.On).Select(x => new EffectData(x.Kind, x.On))],
                RecordCoverage.Of(treaty, context),
                recording.Number,
                $"/v1/events/{e.Id}"
            )
        );
    }

    WebhookMessage MessageOf(EffectDay effect)
    {
        var context = ContextOf(register, effect.On, now);
        return WebhookMessage.Of(
            $"{effect.Uid} {effect.On:O}",
            effect.Kind.WireName(),
            SubjectOf(effect.Treaty, effect.Participant),
            StartOf(effect.On),
            new DayData(
                effect.Kind,
                effect.On,
                effect.Treaty,
                effect.Participant,
                effect.Participant is { } code ? register.Participant(code).NameIn(Languages.English) : null,
                effect.Summary,
                effect.Description,
                effect.Act?.Id,
                effect.Act?.Kind,
                context.KnownAt,
                RecordCoverage.Of(register.FindTreaty(effect.Treaty)!, context),
                effect.Path
            )
        );
    }

    static WebhookMessage MessageOfRestore(Recording recording, Recording? before) =>
        WebhookMessage.Of(
            recording.Hash,
            "register.restored",
            null,
            recording.Instant,
            new RestoreData(recording.Number, before?.Instant, recording.Note, $"/v1/recordings/{recording.Number}")
        );

    static string SubjectOf(string treaty, string? participant) => participant is { Length: > 0 } ? $"{treaty}/{participant}" : treaty;

    static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    static AnswerContext ContextOf(Register register, DateOnly asOf, DateTimeOffset now) =>
        AnswerContext.OfToday(register, now, Languages.English) with
        {
            AsOf = asOf,
        };
}
