using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>
/// Names of places in the seeds, for everything that has no event id: the file, <c>#</c>, and a member or the fields that identify a row.
/// </summary>
static class SeedLocations
{
    /// <summary>A treaty's file, or one of its members: <c>treaties/untoc.json#finalClauses.signature.from</c>.</summary>
    public static string Of(Treaty treaty, string? member = null) =>
        member is null ? SeedFormat.Treaty(treaty.Id) : $"{SeedFormat.Treaty(treaty.Id)}#{member}";

    /// <summary>A published count's row.</summary>
    public static string Of(PublishedCount count) =>
        $"{SeedFormat.PublishedCounts}#{count.Treaty},{Instant.Text(count.AsOf)},{count.Metric.WireName()},{count.Source}";

    /// <summary>A waiver's row.</summary>
    public static string Of(Waiver waiver) =>
        $"{SeedFormat.Waivers}#{waiver.Rule},{waiver.Treaty},{waiver.Participant},{waiver.Event},"
        + $"{(waiver.Day is { } day ? Instant.Text(day) : "")}";

    /// <summary>A participant's row.</summary>
    public static string OfParticipant(string code) => $"{SeedFormat.Participants}#{code}";

    /// <summary>A source's row.</summary>
    public static string OfSource(string id) => $"{SeedFormat.Sources}#{id}";
}
