namespace TreatyTracker.Api.Features;

/// <summary>The tags that group operations in the OpenAPI document.</summary>
static class ApiTags
{
    public const string Treaties = "Treaties";
    public const string Counts = "How many parties, and why";
    public const string Parties = "Who is bound";
    public const string States = "States and organizations";
    public const string Events = "Event history";
    public const string Recording = "Recording";
    public const string Consistency = "Consistency of the record";
    public const string Sources = "Sources";
    public const string Exports = "The whole record";
    public const string Service = "Service";

    /// <summary>All tags in the order of the document, with their descriptions.</summary>
    public static IReadOnlyList<(string Name, string About)> All { get; } =
    [
        (Counts, "The named counts of treaties on any day. [/docs/counts](/docs/counts) defines each count."),
        (Parties, "Status tables and single participations: standing, dates, and the rule and article behind each date."),
        (Treaties, "Conventions and protocols: titles, final clauses, and published and computed entry into force."),
        (States, "States, regional organizations and former States, and their standing under each treaty."),
        (Events, "The append-only event history from which everything else is computed."),
        (Recording, "Events and corrections enter the register. Needs a key: `Authorization: Bearer`, or the button Authorize."),
        (Consistency, "The rules that check the record, their findings, and a gate for CI."),
        (Sources, "The sources of the recorded facts."),
        (Exports, "The whole register as files, to archive, to load elsewhere, or to query with SQL."),
        (Service, "Health and version of the service."),
    ];
}
