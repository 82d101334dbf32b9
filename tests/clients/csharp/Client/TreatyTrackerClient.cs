using System.Text.Json;
using System.Text.Json.Serialization;

namespace TreatyTracker.Client;

/// <summary>The generated client, set to leave out what is not set: in a correction, <c>null</c> removes a value.</summary>
public partial class TreatyTrackerClient
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
}
