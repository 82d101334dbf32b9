namespace TreatyTracker.Law;

/// <summary>What the rules that give a day of effect have in common.</summary>
public static class EffectRules
{
    /// <summary>
    /// Whether the day is an assumption, which answers count in <c>record.assumedEffects</c>: a succession that states no effect, or a
    /// clause that is not known.
    /// </summary>
    public static bool IsAssumed(this EffectRule rule) =>
        rule is EffectRule.DayOfSuccession or EffectRule.SuccessionNotified or EffectRule.ClauseNotKnown;
}
