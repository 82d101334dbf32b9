namespace TreatyTracker.Api.Features.Panel;

/// <summary>The length of a panel's periods.</summary>
public enum PanelInterval
{
    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A calendar month.</summary>
    Month,
}
