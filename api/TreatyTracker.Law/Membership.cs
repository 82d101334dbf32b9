namespace TreatyTracker.Law;

/// <summary>A period in which a State belongs to an organization.</summary>
/// <param name="Member">The State's code.</param>
/// <param name="From">First day of membership, inclusive.</param>
/// <param name="Until">Last day of membership, inclusive; <c>null</c> while it lasts.</param>
public sealed record Membership(string Member, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the State is a member on the day.</summary>
    public bool On(DateOnly day) => From <= day && !(Until < day);
}
