using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The JSON names of the named counts.</summary>
static class CountNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<NamedCount>().Select(NameOf)];

    /// <summary>The names as the values of a parameter.</summary>
    public static Vocabulary Vocabulary { get; } =
        new(nameof(NamedCount), "The name of a count. [/docs/counts](/docs/counts) defines each count.", All);

    public static NamedCount Of(string name) => Enum.GetValues<NamedCount>().First(c => NameOf(c) == name);

    public static string NameOf(NamedCount count) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(count.ToString());
}
