using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>How a participant leaves (VCLT 54, 56).</summary>
public sealed record WithdrawalClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>Whether the treaty has a clause from which the day of effect follows; <see cref="Reason"/> says why not.</summary>
    public bool Computable => Reason is null;

    /// <summary>Why the day cannot be computed; <c>null</c> where it can be.</summary>
    public string? Reason { get; init; }

    /// <summary>From receipt of the notice to its effect.</summary>
    public Delay? EffectAfterReceipt { get; init; }

    /// <summary>
    /// Last day of the year, inclusive, as <c>MM-DD</c>, on which a notice is received for the next <see cref="EffectOn"/>; one received
    /// later takes effect as if received in the following year (1961 Single Convention art. 46(2)).
    /// </summary>
    public string? ReceivedBy { get; init; }

    /// <summary>
    /// Day of the year, as <c>MM-DD</c>, on which a notice takes effect: the first one after the first <see cref="ReceivedBy"/> on or after
    /// receipt (Whaling Convention XI: received by 01-01, effect on 06-30). <c>null</c>: 01-01.
    /// </summary>
    public string? EffectOn { get; init; }

    /// <summary>The time in which no notice may be given (Paris Agreement 28(1)); <c>null</c> where there is none.</summary>
    public LockIn? NotWithin { get; init; }

    /// <summary>The terms at whose end a notice takes effect (Genocide Convention XIV); <c>null</c> where there are none.</summary>
    public TermsOfYears? Terms { get; init; }

    /// <summary>Whether the notice may name a later day.</summary>
    public bool LaterDateAllowed { get; init; }

    /// <summary>Whether leaving this treaty entails leaving its protocols.</summary>
    public bool EntailsProtocols { get; init; }

    /// <summary>The article that entails the protocols.</summary>
    public string? EntailsProtocolsArticle { get; init; }

    /// <summary>Whether an organization ceases to be a party when all its members have left.</summary>
    public bool OrganizationsLeaveWithMembers { get; init; }

    /// <summary>The article that lets an organization leave with its members.</summary>
    public string? OrganizationsLeaveWithMembersArticle { get; init; }

    /// <summary>VCLT 56(2): no clause, at least twelve months' notice.</summary>
    public static WithdrawalClause Vclt56 { get; } =
        new()
        {
            Article = "VCLT art. 56(2)",
            EffectAfterReceipt = new() { Months = 12 },
        };

    /// <summary>
    /// The first day on which a notice received on <paramref name="receipt"/> leaves the participant no longer bound. Without a
    /// computable clause, twelve months after receipt (VCLT 56(2)).
    /// </summary>
    public DateOnly EffectOf(DateOnly receipt)
    {
        if (!Computable)
            return Vclt56.EffectOf(receipt);
        if (ReceivedBy is not { } by)
            return (EffectAfterReceipt ?? Vclt56.EffectAfterReceipt!).After(receipt);
        var deadline = NextDayOfYear(by, receipt);
        return deadline == DateOnly.MaxValue ? deadline : NextDayOfYear(EffectOn ?? "01-01", deadline.AddDays(1));
    }

    // Inclusive; the last day of the calendar where it would lie beyond. 29 February stands for the last day of that month.
    static DateOnly NextDayOfYear(string monthDay, DateOnly from)
    {
        var (month, day) = (
            int.Parse(monthDay.AsSpan(0, 2), CultureInfo.InvariantCulture),
            int.Parse(monthDay.AsSpan(3), CultureInfo.InvariantCulture)
        );
        for (var year = from.Year; year <= DateOnly.MaxValue.Year; year++)
            if (new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))) is var found && found >= from)
                return found;
        return DateOnly.MaxValue;
    }

    /// <summary>
    /// The first day on which a notice leaves the participant no longer bound: the day that it names, or the clause's; never before its
    /// receipt.
    /// </summary>
    public DateOnly EffectOf(TreatyEvent notice)
    {
        var effect = notice.EffectiveOn ?? EffectOf(notice.Date);
        return effect > notice.Date ? effect : notice.Date;
    }
}
