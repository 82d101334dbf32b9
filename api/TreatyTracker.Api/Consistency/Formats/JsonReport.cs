using System.Text.Json;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>Writes <see cref="ConsistencyReport"/>.</summary>
static class JsonReport
{
    public static string Write(Outcome outcome) => JsonSerializer.Serialize(ConsistencyReport.Of(outcome), Json.Indented) + "\n";
}
