namespace TreatyTracker.Api.Features.Events;

/// <summary>An act to record.</summary>
public sealed record EventToRecord : EventValues
{
    /// <summary>The treaty's id or MTDSG number, in any letter case.</summary>
    public string? Treaty { get; init; }
}
