namespace TreatyTracker.Api.Features.Parties;

/// <summary>Among whom to look for those that are not parties.</summary>
public enum Among
{
    /// <summary>All UN Members of the day.</summary>
    UnMembers,

    /// <summary>The signatories.</summary>
    Signatories,

    /// <summary>The parties to the treaty to which this one belongs.</summary>
    ParentParties,
}
