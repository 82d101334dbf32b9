namespace TreatyTracker.Api.StatusTables;

/// <summary>Why a person must decide.</summary>
enum ConflictKind
{
    /// <summary>
    /// The table has a later day for a consent that is in being: a correction, or the State left and came back, and the depositary wrote
    /// over its row.
    /// </summary>
    MovedPastEffect,

    /// <summary>
    /// The table is older than the record, or than a recorded consent, and has another day: corrected since, or left and came back since.
    /// </summary>
    OlderTable,

    /// <summary>The table has another day for a recorded act, and is no better evidence than the record.</summary>
    AnotherDay,

    /// <summary>The table has a second consent while the first is in being.</summary>
    SecondConsent,

    /// <summary>The consent or signature stands in square brackets, and no act is recorded that undid it.</summary>
    Bracketed,

    /// <summary>The table has no consent where one is recorded and in being.</summary>
    Absent,
}
