using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>A published count compared with the computed one.</summary>
/// <param name="Count">The published count.</param>
/// <param name="Computed">The figure that the register computes for the same day.</param>
/// <param name="LastAgreeing">The last day before this one for which a count of the same treaty and metric was published and agreed;
/// <c>null</c> if there is no such day, or if this count agrees.</param>
/// <param name="FirstDisagreeing">The first day after <paramref name="LastAgreeing"/> for which a count was published and differed;
/// <c>null</c> if this count agrees.</param>
/// <param name="Suspects">The treaty's unverified events that change the count, dated after <paramref name="LastAgreeing"/> and on or
/// before <paramref name="FirstDisagreeing"/>, in historical order.</param>
/// <param name="Where">The location of the published count in the seeds; <c>null</c> for a database.</param>
public sealed record ReconciledCount(
    PublishedCount Count,
    int Computed,
    DateOnly? LastAgreeing,
    DateOnly? FirstDisagreeing,
    EquatableArray<TreatyEvent> Suspects,
    Location? Where
)
{
    /// <summary>Computed minus published: if positive, the record has that many too many; if negative, that many are missing.</summary>
    public int Difference => Computed - Count.Published;

    /// <summary>Whether the published and the computed figure are equal.</summary>
    public bool Agrees => Difference == 0;

    /// <summary>How many events the record lacks: fewer joined, or more left, than the published figure implies.</summary>
    public int Missing => Math.Max(0, -Difference);

    /// <summary>How many events the record has too many.</summary>
    public int TooMany => Math.Max(0, Difference);
}
