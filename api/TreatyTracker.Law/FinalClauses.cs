namespace TreatyTracker.Law;

/// <summary>A time between a deposit or notice and its effect, in one of the three shapes that final clauses use.</summary>
public sealed record Delay
{
    /// <summary>Whole days; the day of deposit is day 0, so "on the ninetieth day after" is deposit + 90.</summary>
    public int Days { get; init; }

    /// <summary>Calendar months, before the days: same day number, clamped to the month's end.</summary>
    public int Months { get; init; }

    /// <summary>Then the first day of the month that follows (Rome Statute art. 126).</summary>
    public bool ThenFirstOfFollowingMonth { get; init; }

    /// <summary>The day of effect for a deposit or receipt on <paramref name="day"/>; the last day of the calendar where it would lie beyond.</summary>
    public DateOnly After(DateOnly day)
    {
        var end = PlusDays(PlusMonths(day, Months), Days);
        return ThenFirstOfFollowingMonth ? PlusMonths(new(end.Year, end.Month, 1), 1) : end;
    }

    static DateOnly PlusMonths(DateOnly day, int months) =>
        day.Year * 12L + day.Month - 1 + months >= (DateOnly.MaxValue.Year + 1) * 12L ? DateOnly.MaxValue : day.AddMonths(months);

    static DateOnly PlusDays(DateOnly day, int days) =>
        days > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(days);
}

/// <summary>When and where the treaty is open for signature.</summary>
public sealed record SignatureClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; <c>null</c> while it stays open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The places.</summary>
    public EquatableArray<string> Places { get; init; } = [];
}

/// <summary>When the treaty is open for accession (VCLT 15).</summary>
public sealed record AccessionClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>First day, inclusive; <c>null</c>: from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Whether only a treaty already in force may be acceded to.</summary>
    public bool OnlyOnceInForce { get; init; }
}

/// <summary>How the treaty enters into force (VCLT 24(1)).</summary>
public sealed record EntryIntoForceClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>Whether the clause is a plain number of instruments and a delay; <see cref="Reason"/> says why not.</summary>
    public bool Computable => Reason is null;

    /// <summary>Why the day cannot be computed; <c>null</c> where it can be.</summary>
    public string? Reason { get; init; }

    /// <summary>The threshold: so many instruments of consent to be bound.</summary>
    public int? Instruments { get; init; }

    /// <summary>From the deposit of the instrument that reaches the threshold to entry into force.</summary>
    public Delay? Delay { get; init; }

    /// <summary>Whether an organization's instrument counts towards the threshold.</summary>
    public bool CountsRegionalOrganizations { get; init; }

    /// <summary>The id of a treaty before whose entry into force this one cannot enter into force.</summary>
    public string? NotBefore { get; init; }
}

/// <summary>
/// When the treaty enters into force for a participant that consents later (VCLT 24(3)): never before the treaty's own entry into force,
/// as depositary practice has it even where the clause is silent (UNTOC 38(2)).
/// </summary>
public sealed record LaterParticipantsClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>From the participant's own deposit.</summary>
    public required Delay Delay { get; init; }

    /// <summary>Whether the instrument may name a later day.</summary>
    public bool LaterDateAllowed { get; init; }
}

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
    public static WithdrawalClause Vclt56 { get; } = new() { Article = "VCLT art. 56(2)", EffectAfterReceipt = new() { Months = 12 } };

    /// <summary>
    /// The first day on which a notice received on <paramref name="receipt"/> leaves the participant no longer bound. Without a
    /// computable clause, twelve months after receipt (VCLT 56(2)).
    /// </summary>
    public DateOnly EffectOf(DateOnly receipt)
    {
        if (!Computable) return Vclt56.EffectOf(receipt);
        if (ReceivedBy is not { } by) return (EffectAfterReceipt ?? Vclt56.EffectAfterReceipt!).After(receipt);
        var inTime = string.CompareOrdinal(receipt.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), by) <= 0;
        var year = receipt.Year + (inTime ? 1 : 2);
        return year > DateOnly.MaxValue.Year ? DateOnly.MaxValue : new(year, 1, 1);
    }

    /// <summary>The first day on which a notice leaves the participant no longer bound: the day that it names, or the clause's; never before its receipt.</summary>
    public DateOnly EffectOf(TreatyEvent notice)
    {
        var effect = notice.EffectiveOn ?? EffectOf(notice.Date);
        return effect > notice.Date ? effect : notice.Date;
    }
}

/// <summary>Who may become a party (VCLT 83 and its like).</summary>
public sealed record OpenTo
{
    /// <summary>Which States: <c>all</c>, or words of the clause.</summary>
    public required string States { get; init; }

    /// <summary>Whether regional organizations may join.</summary>
    public bool RegionalOrganizations { get; init; }

    /// <summary>The id of the treaty to which a participant must be a party in order to be a party to this one.</summary>
    public string? RequiresPartyTo { get; init; }

    /// <summary>The article that says so.</summary>
    public string? RequiresPartyToArticle { get; init; }
}

/// <summary>The articles that say who may join, when the treaty enters into force and how one leaves.</summary>
public sealed record FinalClauses
{
    /// <summary>Signature; <c>null</c> where the treaty is not open for signature.</summary>
    public SignatureClause? Signature { get; init; }

    /// <summary>Accession; <c>null</c> where the treaty sets no bound in time.</summary>
    public AccessionClause? Accession { get; init; }

    /// <summary>Entry into force of the treaty.</summary>
    public required EntryIntoForceClause EntryIntoForce { get; init; }

    /// <summary>Entry into force for later participants; <c>null</c>: on the day of consent (VCLT 24(3)).</summary>
    public LaterParticipantsClause? LaterParticipants { get; init; }

    /// <summary>Withdrawal; <c>null</c> where the treaty is silent (VCLT 56).</summary>
    public WithdrawalClause? Withdrawal { get; init; }

    /// <summary>By which a notice has its effect: the treaty's own clause, or where none gives a day, that of VCLT 56(2).</summary>
    public WithdrawalClause WithdrawalThatHolds() => Withdrawal is { Computable: true } own ? own : WithdrawalClause.Vclt56;

    /// <summary>Who may join.</summary>
    public required OpenTo OpenTo { get; init; }

    /// <summary>What the data cannot say.</summary>
    public string? Note { get; init; }
}
