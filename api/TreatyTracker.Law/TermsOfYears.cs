namespace TreatyTracker.Law;

/// <summary>
/// Terms for which a treaty runs from its entry into force, and at whose end a participant can leave (Genocide Convention XIV).
/// </summary>
public sealed record TermsOfYears
{
    /// <summary>The first term, in years from the treaty's entry into force.</summary>
    public required int FirstYears { get; init; }

    /// <summary>Each further term, in years.</summary>
    public required int ThenYears { get; init; }

    /// <summary>How long before the end of a term the notice must have been received, in months.</summary>
    public required int NoticeMonths { get; init; }

    /// <summary>
    /// The end of the first term, exclusive, before which a notice received on <paramref name="receipt"/> comes early enough; the last day
    /// of the calendar where it would lie beyond.
    /// </summary>
    public DateOnly EndAfter(DateOnly receipt, DateOnly inForce)
    {
        for (var months = Math.Max(1, FirstYears) * 12L; ; months += Math.Max(1, ThenYears) * 12L)
        {
            var end = Delay.PlusMonths(inForce, months);
            if (end == DateOnly.MaxValue || receipt <= Delay.PlusMonths(end, -(long)NoticeMonths))
                return end;
        }
    }
}
