using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>Texts as they must read in the direction of their language.</summary>
static partial class DirectionalText
{
    const char Isolate = '\u2066',
        EndOfIsolate = '\u2069';

    /// <summary>The text, in Arabic with days isolated: otherwise 2017-06-30 reads 30-06-2017 there.</summary>
    public static string Of(string text, string language) => language == "ar" ? Day().Replace(text, $"{Isolate}$0{EndOfIsolate}") : text;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();
}
