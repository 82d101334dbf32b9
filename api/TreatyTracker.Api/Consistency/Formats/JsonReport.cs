using System.Text.Json;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>Writes <see cref="ConsistencyReport"/>.</summary>
static class JsonReport
{
    public static string Write(Outcome outcome) => JsonSerializer.Serialize(ConsistencyReport.Of(outcome), Outcome.Indented) + "\n";
}
