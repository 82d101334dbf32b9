using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>A subscription to what is recorded, and how far it is delivered.</summary>
public sealed record Webhook
{
    /// <summary>The id, such as <c>wh_4k2m9x7c1b0z</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Where messages are sent to.</summary>
    public required Uri Url { get; init; }

    /// <summary>What signs them: <c>whsec_</c> and the key in base64.</summary>
    public required string Secret { get; init; }

    /// <summary>Whose it is; <c>null</c> where that was not said.</summary>
    public string? Name { get; init; }

    /// <summary>Ids of the only treaties that are delivered; empty for all.</summary>
    public required IReadOnlyList<string> Treaties { get; init; }

    /// <summary>Codes of the only participants that are delivered; empty for all.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>The only kinds of acts that are delivered; empty for all.</summary>
    public required IReadOnlyList<EventKind> Kinds { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How far it is delivered.</summary>
    public required WebhookPosition Position { get; init; }

    /// <summary>The last delivery; <c>null</c> where there was none.</summary>
    public DateTimeOffset? LastDelivery { get; init; }

    /// <summary>How often the next message failed.</summary>
    public int Failures { get; init; }

    /// <summary>Since when it fails; <c>null</c> while it does not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Why it failed last.</summary>
    public string? Problem { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Since when nothing is delivered any more; <c>null</c> while it is.</summary>
    public DateTimeOffset? Disabled { get; init; }

    /// <summary>Why nothing is delivered any more.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>The id alone: neither the secret nor an address with a token in it may get into a log.</summary>
    public override string ToString() => Id;
}
