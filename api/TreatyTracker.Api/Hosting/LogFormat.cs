namespace TreatyTracker.Api.Hosting;

/// <summary>How a line of the log is written.</summary>
public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>A JSON object.</summary>
    Json,
}
