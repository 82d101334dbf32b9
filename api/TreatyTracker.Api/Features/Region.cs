using System.Runtime.Serialization;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// A region of the M49 standard of the United Nations Statistics Division; <c>None</c> for participants without a region.
/// </summary>
public enum Region
{
    /// <summary>Africa.</summary>
    [EnumMember(Value = "Africa")]
    Africa,

    /// <summary>Americas.</summary>
    [EnumMember(Value = "Americas")]
    Americas,

    /// <summary>Asia.</summary>
    [EnumMember(Value = "Asia")]
    Asia,

    /// <summary>Europe.</summary>
    [EnumMember(Value = "Europe")]
    Europe,

    /// <summary>Oceania.</summary>
    [EnumMember(Value = "Oceania")]
    Oceania,

    /// <summary>No region: regional organizations.</summary>
    [EnumMember(Value = Breakdown.NoRegion)]
    None,
}
