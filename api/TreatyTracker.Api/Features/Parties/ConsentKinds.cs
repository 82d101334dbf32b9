using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>Kinds of consent as kinds of event.</summary>
static class ConsentKinds
{
    /// <summary>The way in which an event expresses consent to be bound.</summary>
    /// <exception cref="InvalidOperationException">It does not express consent (<see cref="EventKinds.IsConsent"/>).</exception>
    public static ConsentKind AsConsent(this EventKind kind) =>
        WireNames.Find<ConsentKind>(kind.WireName()) ?? throw new InvalidOperationException($"{kind} does not express consent");
}
