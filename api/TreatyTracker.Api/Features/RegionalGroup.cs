using System.Runtime.Serialization;

namespace TreatyTracker.Api.Features;

/// <summary>
/// A regional group of United Nations Members. GRULAC: Latin America and the Caribbean; WEOG: Western Europe and others; <c>None</c> for
/// participants without a group.
/// </summary>
public enum RegionalGroup
{
    /// <summary>African Group.</summary>
    [EnumMember(Value = "African")]
    African,

    /// <summary>Asia and the Pacific Group.</summary>
    [EnumMember(Value = "Asia-Pacific")]
    AsiaPacific,

    /// <summary>Eastern European Group.</summary>
    [EnumMember(Value = "Eastern European")]
    EasternEuropean,

    /// <summary>Latin American and Caribbean Group.</summary>
    [EnumMember(Value = "GRULAC")]
    Grulac,

    /// <summary>Western European and Others Group.</summary>
    [EnumMember(Value = "WEOG")]
    Weog,

    /// <summary>No group.</summary>
    [EnumMember(Value = "None")]
    None,
}
