using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// How the world is divided: by others and for good, so that a list may be asked by these words and clients may know them.
/// </summary>
static class Regions
{
    /// <summary>Stands for that of those who have none.</summary>
    public const string None = Breakdown.NoRegion;

    /// <summary>The regions of the M49 standard.</summary>
    public static Vocabulary M49 { get; } =
        new(
            "Region",
            "A region of the M49 standard of the United Nations Statistics Division; None for who is in none.",
            ["Africa", "Americas", "Asia", "Europe", "Oceania", None]
        );

    /// <summary>The regional groups of the General Assembly.</summary>
    public static Vocabulary Groups { get; } =
        new(
            "RegionalGroup",
            "A regional group of United Nations Members. GRULAC: Latin America and the Caribbean; WEOG: Western Europe and others; None for who is in none.",
            ["African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG", None]
        );
}
