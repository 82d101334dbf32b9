namespace TreatyTracker.Law;

/// <summary>Calendar days, as the law compares them.</summary>
public static class Days
{
    /// <summary>The later of two days.</summary>
    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    /// <summary>The earlier of two ends, of which <c>null</c> is none.</summary>
    public static DateOnly? Earlier(DateOnly? a, DateOnly? b) => b is null || a < b ? a : b;
}
