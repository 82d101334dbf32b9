namespace TreatyTracker.Law;

/// <summary>What a notice of withdrawal came to.</summary>
public enum NoticeOutcome
{
    /// <summary>It takes effect on a day that is known.</summary>
    TakesEffect,

    /// <summary>The clause is not computable and no effect is stated: the notice stands, and the participant remains.</summary>
    EffectNotKnown,

    /// <summary>The treaty has no clause and the depositary records no effect: the notice ends nothing (VCLT 56(1)).</summary>
    Contested,

    /// <summary>Received before the clause permits one: without effect.</summary>
    TooEarly,

    /// <summary>Revoked before it took effect (VCLT 68): never had effect.</summary>
    Revoked,

    /// <summary>No consent was in being that it could end; under an amendment that binds all, an opt-out.</summary>
    NothingToEnd,
}
