using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>A published count beside the register's own.</summary>
/// <param name="Count">What was published.</param>
/// <param name="Computed">What the register computes for the day.</param>
/// <param name="LastAgreeing">The last published day before it, of the same treaty and metric, on which both agreed; <c>null</c> where
/// there is none, or where both agree.</param>
/// <param name="FirstDisagreeing">The first published day after that on which they differ; <c>null</c> where both agree.</param>
/// <param name="Suspects">The unverified events of the treaty that change the count, dated after <paramref name="LastAgreeing"/> and not
/// after <paramref name="FirstDisagreeing"/>, in historical order.</param>
/// <param name="Where">Where in the seeds the published count stands; <c>null</c> for a database.</param>
public sealed record ReconciledCount(
    PublishedCount Count,
    int Computed,
    DateOnly? LastAgreeing,
    DateOnly? FirstDisagreeing,
    EquatableArray<TreatyEvent> Suspects,
    Location? Where
)
{
    /// <summary>Computed less published: above nought, the record has so many too many; below, so many are missing.</summary>
    public int Difference => Computed - Count.Published;

    /// <summary>Whether both agree.</summary>
    public bool Agrees => Difference == 0;

    /// <summary>How many events the record lacks: less joined, or more left, than was published.</summary>
    public int Missing => Math.Max(0, -Difference);

    /// <summary>How many events the record has too many.</summary>
    public int TooMany => Math.Max(0, Difference);
}
