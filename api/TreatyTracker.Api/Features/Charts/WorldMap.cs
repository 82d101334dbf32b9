using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>
/// Where the territory of each State is, in units of the map, and who held it before. Read once from the files in Geometry.
/// </summary>
sealed class WorldMap
{
    /// <summary>The size in units.</summary>
    public const double Width = 1929,
        Height = 886;

    WorldMap()
    {
        var areas = EmbeddedTable
            .Rows("geometry/world.csv", r => new MapArea(r["code"]!, r["path"]!, Number(r["x"]), Number(r["y"])))
            .ToList();
        (Territories, Others) = ([.. areas.Where(a => a.Code.Length > 0)], areas.Single(a => a.Code.Length == 0).Path);
        Holders = EmbeddedTable
            .Rows(
                "geometry/holders.csv",
                r =>
                    (
                        Territory: r["territory"]!,
                        Holder: r["holder"]!,
                        Days: new DayRange(Instant.ParseDay(r["from"]) ?? DateOnly.MinValue, Instant.ParseDay(r["until"]))
                    )
            )
            .ToLookup(r => r.Territory, r => (r.Holder, r.Days));
    }

    /// <summary>The one map.</summary>
    public static WorldMap Current { get; } = new();

    /// <summary>The territory of each participant that has one, by code.</summary>
    public IReadOnlyList<MapArea> Territories { get; }

    /// <summary>The outlines of all land that belongs to no participant alone.</summary>
    public string Others { get; }

    /// <summary>Who held a territory, in which days.</summary>
    public ILookup<string, (string Holder, DayRange Days)> Holders { get; }

    static double? Number(string? text) => text is { Length: > 0 } ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
