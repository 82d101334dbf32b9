using System.Globalization;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Environment variables that make a test try more, or other, things than usual. Each test that reads one names it.</summary>
static class TestSettings
{
    /// <summary>The whole number that an environment variable holds.</summary>
    /// <param name="variable">Such as <c>FUZZ_SEED</c>.</param>
    /// <param name="otherwise">What counts when the variable is not set.</param>
    public static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
