using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Features.Webhooks;

/// <summary>Webhooks and recordings of tests.</summary>
static class Subscriptions
{
    /// <summary>The record that the registers of tests hold.</summary>
    public static Facts Seeded { get; } = SeedReader.Read(Repository.Seeds);

    /// <summary>A webhook for everything, which no register has.</summary>
    public static Webhook To(string url) =>
        new()
        {
            Id = WebhookStore.NewId(),
            Url = new(url),
            Secret = WebhookSignature.NewSecret(),
            Treaties = [],
            States = [],
            Kinds = [],
            Created = Times.Start,
            Position = WebhookPosition.After(RecordingLog.None, new(2026, 12, 1)),
        };

    /// <summary>Adds a webhook that is told from now on.</summary>
    public static Webhook Add(
        Database database,
        string url,
        DateTimeOffset now,
        string[]? treaties = null,
        string[]? states = null,
        EventKind[]? kinds = null
    )
    {
        var webhook = To(url) with
        {
            Treaties = treaties ?? [],
            States = states ?? [],
            Kinds = kinds ?? [],
            Created = Recordings.Milliseconds(now),
            Position = WebhookPosition.After(Register.Load(database).Log, DateOnly.FromDateTime(now.UtcDateTime)),
        };
        WebhookStore.Add(database, webhook);
        return webhook;
    }

    /// <summary>Records as many declarations, in one recording.</summary>
    /// <returns>Their ids, in the order in which they are told.</returns>
    public static IReadOnlyList<string> Declare(
        Database database,
        DateTimeOffset now,
        int count = 1,
        string state = "PRK",
        string treaty = "untoc"
    ) =>
        Record(
            database,
            now,
            [.. Enumerable.Range(0, count).Select(n => Act(treaty, state, EventKind.Declaration, new DateOnly(2020, 1, 1).AddDays(n)))]
        );

    /// <summary>Records acts, in one recording, beside what the register holds.</summary>
    /// <returns>The ids of what was recorded, in the order in which they are told.</returns>
    public static IReadOnlyList<string> Record(Database database, DateTimeOffset now, params TreatyEvent[] acts)
    {
        var held = Register.Load(database);
        var facts = held.Facts with { Events = [.. held.KnownAt(null).Acts, .. acts] };
        var plan = Import.Run(database, facts, now);
        return
        [
            .. plan
                .Events.OrderBy(e => e.Corrects is not null)
                .ThenBy(e => e.Date)
                .ThenBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => e.Id),
        ];
    }

    /// <summary>An act as seeds would have it.</summary>
    public static TreatyEvent Act(string treaty, string state, EventKind kind, DateOnly date, DateOnly? effectiveOn = null) =>
        new()
        {
            Id = $"new-{treaty}-{state}-{kind}-{date:O}",
            Treaty = treaty,
            Participant = state,
            Kind = kind,
            Date = date,
            EffectiveOn = effectiveOn,
            RecordedAt = Times.Start,
            Verification = Verification.Unverified,
        };

    /// <summary>The webhook as it is stored.</summary>
    public static Webhook Stored(Database database, Webhook webhook) => WebhookStore.List(database).Single(w => w.Id == webhook.Id);
}
