namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// Thirty treaties of the shipped record on crime, drugs and terrorism, as seeds of their own: large enough for what the tests ask, and a
/// tenth of the whole. The service that all tests share holds it. Made once in a run.
/// </summary>
static class SmallRecord
{
    /// <summary>The ids of its treaties.</summary>
    public static IReadOnlyList<string> Treaties { get; } =
    [
        "beijing-convention-2010",
        "beijing-protocol-2010",
        "cppnm-1979",
        "cppnm-amendment-2005",
        "hague-hijacking-1970",
        "hostages-1979",
        "illicit-traffic-1988",
        "montreal-airports-1988",
        "montreal-protocol-2014",
        "montreal-sabotage-1971",
        "narcotics-1961",
        "narcotics-1961-amended",
        "narcotics-1961-protocol-1972",
        "nuclear-terrorism-2005",
        "plastic-explosives-1991",
        "protected-persons-1973",
        "psychotropics-1971",
        "rome-statute",
        "sua-1988",
        "sua-platforms-1988",
        "sua-platforms-protocol-2005",
        "sua-protocol-2005",
        "terrorist-bombings-1997",
        "terrorist-financing-1999",
        "tokyo-1963",
        "uncac",
        "untoc",
        "untoc-firearms",
        "untoc-smuggling",
        "untoc-trafficking",
    ];
    static readonly PartOfRecord s_part = new(Treaties);

    /// <summary>The directory of seeds.</summary>
    public static string Path => s_part.Path;

    /// <summary>Removes it at the end of a run.</summary>
    public static void Clear() => s_part.Clear();
}
