namespace TreatyTracker.Api.Features.Parties;

/// <summary>The participants among which to look for non-parties.</summary>
public enum Among
{
    /// <summary>States that are UN Members on the requested day.</summary>
    UnMembers,

    /// <summary>Signatories of the treaty.</summary>
    Signatories,

    /// <summary>Parties to the parent treaty.</summary>
    ParentParties,
}
