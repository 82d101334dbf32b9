using System.CommandLine.Parsing;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Commands;

/// <summary>Reads the values of options, with an error that names the option.</summary>
static class OptionValue
{
    /// <summary>A day, YYYY-MM-DD.</summary>
    public static DateOnly? Day(ArgumentResult result) =>
        Of(result, Instant.ParseDay, text => $"'{text}' is not a valid date. Use YYYY-MM-DD, for example 2017-06-30.");

    /// <summary>A word of an enumeration.</summary>
    public static T? Word<T>(ArgumentResult result)
        where T : struct, Enum => Of(result, WireNames.Find<T>, text => Suggestions.NotOneOf(text, WireNames.All<T>()));

    /// <summary>A value of any kind.</summary>
    /// <param name="result">What the command line holds.</param>
    /// <param name="parse">Reads the text; <c>null</c> where it is no such value.</param>
    /// <param name="error">The error for such a text.</param>
    public static T? Of<T>(ArgumentResult result, Func<string, T?> parse, Func<string, string> error)
        where T : struct
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var value = parse(text);
        if (value is null)
            result.AddError($"--{((OptionResult)result.Parent!).Option.Name.TrimStart('-')}: {error(text)}");
        return value;
    }
}
