namespace TreatyTracker.Api.StatusTables;

/// <summary>How a plan is printed.</summary>
enum MergeFormat
{
    /// <summary>Text for people.</summary>
    Text,

    /// <summary>JSON for programs, with everything that was found.</summary>
    Json,

    /// <summary>Markdown for the text of a pull request.</summary>
    Markdown,
}
