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
    /// Last day of the year, inclusive, as <c>MM-DD</c>, on which a notice received takes effect on the next 1 January; one received
    /// later takes effect as if received in the following year (1961 Single Convention art. 46(2)).
    /// </summary>
    public string? ReceivedBy { get; init; }

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
        var inTime = string.CompareOrdinal(receipt.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), by) <= 0;
        var year = receipt.Year + (inTime ? 1 : 2);
        return year > DateOnly.MaxValue.Year ? DateOnly.MaxValue : new(year, 1, 1);
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
