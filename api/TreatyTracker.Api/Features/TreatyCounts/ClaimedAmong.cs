namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The participants that a claim may have counted.</summary>
public enum ClaimedAmong
{
    /// <summary>All participants.</summary>
    All,

    /// <summary>States only, without organizations.</summary>
    States,

    /// <summary>United Nations Members only.</summary>
    UnMembers,

    /// <summary>United Nations Members and observers only.</summary>
    UnMembersAndObservers,
}
