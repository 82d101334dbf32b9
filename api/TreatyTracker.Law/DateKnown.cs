namespace TreatyTracker.Law;

/// <summary>How exactly the day of an act is known.</summary>
public enum DateKnown
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>As a period, within which the act was done on some day.</summary>
    Period,

    /// <summary>Not at all: only the day of its effect is known.</summary>
    EffectOnly,
}
