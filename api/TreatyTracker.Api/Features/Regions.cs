using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// Regions and regional groups. Both lists are fixed by the United Nations, so they are enums in the API.
/// </summary>
static class Regions
{
    /// <summary>Selects participants without a region or group.</summary>
    public const string None = Breakdown.NoRegion;

    /// <summary>The regions of the M49 standard.</summary>
    public static Vocabulary M49 { get; } =
        new(
            "Region",
            "A region of the M49 standard of the United Nations Statistics Division. None selects participants without a region.",
            ["Africa", "Americas", "Asia", "Europe", "Oceania", None]
        );

    /// <summary>The regional groups of the General Assembly.</summary>
    public static Vocabulary Groups { get; } =
        new(
            "RegionalGroup",
            "A regional group of United Nations Members. GRULAC: Latin America and the Caribbean. WEOG: Western Europe and others. "
                + "None selects participants without a group.",
            ["African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG", None]
        );
}
