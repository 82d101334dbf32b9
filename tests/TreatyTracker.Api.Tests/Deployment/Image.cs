using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>What the Dockerfile says of the image.</summary>
static class Image
{
    /// <summary>The whole file, each instruction on one line.</summary>
    public static string Text { get; } = File.ReadAllText(Repository.At("Dockerfile")).Replace("\\\n", "", StringComparison.Ordinal);

    /// <summary>The version that the image's label names.</summary>
    public static string Version => Regex.Match(Text, @"image\.version=""([^""]+)""").Groups[1].Value;

    /// <summary>The one word of an instruction such as <c>EXPOSE 8080</c> or <c>ENTRYPOINT ["treatytracker"]</c>.</summary>
    public static string Word(string instruction) =>
        Regex.Match(Text, $@"(?m)^{instruction} (?:\[""(\S+)""\]|(\S+))$") is { Success: true } match
            ? match.Groups[1].Value + match.Groups[2].Value
            : throw new ArgumentException($"The Dockerfile has no line '{instruction} WORD'.", nameof(instruction));

    /// <summary>The value of a variable of the image's environment.</summary>
    public static string Variable(string name) =>
        Regex.Match(Text, $@"\b{name}=(\S+)") is { Success: true } match
            ? match.Groups[1].Value
            : throw new ArgumentException($"The Dockerfile sets no {name}.", nameof(name));
}
