namespace TreatyTracker.Api.Features.Events;

/// <summary>Overrides a rule for the findings that an event causes. It becomes a waiver of the record.</summary>
public sealed record Acknowledgement
{
    /// <summary>Id of the rule; see <c>/v1/consistency/rules</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>Why the finding stands.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the source on which the reason rests; see <c>/v1/sources</c>.</summary>
    public string? Source { get; init; }
}
