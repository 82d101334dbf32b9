using System.Text.Json.Serialization;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>The envelope of a message, as CloudEvents 1.0 has it.</summary>
/// <param name="Id">The id, as in <c>webhook-id</c>.</param>
/// <param name="Type">What happened.</param>
/// <param name="Subject">The treaty, or treaty/participant.</param>
/// <param name="Time">When it was recorded, or the day on which it takes effect.</param>
/// <param name="Data">The details.</param>
sealed record CloudEvent(
    [property: JsonPropertyOrder(-4)] string Id,
    [property: JsonPropertyOrder(-2)] string Type,
    string? Subject,
    DateTimeOffset Time,
    [property: JsonPropertyOrder(1)] object Data
)
{
    /// <summary>The version of the specification.</summary>
    [JsonPropertyName("specversion"), JsonPropertyOrder(-5)]
    public string SpecVersion { get; } = "1.0";

    /// <summary>Who tells. Ids are unique within it.</summary>
    [JsonPropertyOrder(-3)]
    public string Source { get; } = "treatytracker";

    /// <summary>The media type of the data.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";
}
