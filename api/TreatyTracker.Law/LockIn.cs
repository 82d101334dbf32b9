namespace TreatyTracker.Law;

/// <summary>A time after entry into force in which no notice of withdrawal may be given (Paris Agreement 28(1): three years).</summary>
public sealed record LockIn
{
    /// <summary>Calendar months.</summary>
    public int Months { get; init; }

    /// <summary>Days, after the months.</summary>
    public int Days { get; init; }

    /// <summary>From whose entry into force the time runs.</summary>
    public required LockInStart From { get; init; }

    /// <summary>The first day on which a notice may be given, where the time runs from <paramref name="inForce"/>.</summary>
    public DateOnly After(DateOnly inForce) => new Delay { Months = Months, Days = Days }.After(inForce);
}
