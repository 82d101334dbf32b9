namespace TreatyTracker.Api.Features.Charts;

/// <summary>The colours of a picture.</summary>
public enum Theme
{
    /// <summary>Dark marks on white: for pages and print.</summary>
    Light,

    /// <summary>Light marks on a dark background.</summary>
    Dark,
}
