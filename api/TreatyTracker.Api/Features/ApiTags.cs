namespace TreatyTracker.Api.Features;

/// <summary>The groups of operations, by the question they answer.</summary>
static class ApiTags
{
    public const string Treaties = "Treaties";
    public const string Counts = "How many parties, and why";
    public const string Parties = "Who is bound";
    public const string States = "States and organizations";
    public const string Events = "Event history";
    public const string Consistency = "Consistency of the record";
    public const string Sources = "Sources";
    public const string Exports = "The whole record";
    public const string Service = "Service";

    /// <summary>All groups in the order in which a reader wants them, each with what it is for.</summary>
    public static IReadOnlyList<(string Name, string About)> All { get; } =
    [
        (Counts, "The named counts of treaties on any day. What each means: [/docs/counts](/docs/counts)."),
        (Parties, "Status tables and single participations: standing, dates, and the rule and article behind each."),
        (Treaties, "Conventions and protocols: titles, final clauses, entry into force as published and as computed."),
        (States, "States, regional organizations and former States, and where each stands."),
        (Events, "The append-only history from which everything else is computed."),
        (Consistency, "The rules that the record is held against, what they find, and a gate for CI."),
        (Sources, "Where the facts come from."),
        (Exports, "Everything that the register holds, as files: to keep, to load elsewhere, to ask with SQL."),
        (Service, "What is running, and how it is."),
    ];
}
