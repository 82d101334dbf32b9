using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>
/// How a participant leaves (VCLT 54, 56). The day of effect follows from one of <see cref="EffectAfterReceipt"/>, <see
/// cref="ReceivedBy"/> and <see cref="Terms"/>, or from none where <see cref="Reason"/> says why.
/// </summary>
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

    /// <summary>
    /// The first day on which a notice received on <paramref name="receipt"/> leaves the participant no longer bound; <c>null</c> where the
    /// clause gives none.
    /// </summary>
    /// <param name="receipt">The day of receipt.</param>
    /// <param name="inForce">The treaty's entry into force, from which terms run.</param>
    public DateOnly? EffectOf(DateOnly receipt, DateOnly inForce) =>
        Reason is not null ? null
        : Terms is { } terms ? terms.EndAfter(receipt, inForce)
        : ReceivedBy is { } by ? NextDayOfYear(EffectOn ?? "01-01", after: NextDayOfYear(by, after: receipt.AddDays(-1)))
        : EffectAfterReceipt?.After(receipt);

    // The last day of the calendar where it would lie beyond. 29 February stands for the last day of that month.
    static DateOnly NextDayOfYear(string monthDay, DateOnly after)
    {
        var day = DateOnly.ParseExact($"2000-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var year = after.Year; year <= DateOnly.MaxValue.Year; year++)
            if (day.AddYears(year - 2000) is var found && found > after)
                return found;
        return DateOnly.MaxValue;
    }
}
