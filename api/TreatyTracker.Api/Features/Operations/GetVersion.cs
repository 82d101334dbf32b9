using System.Reflection;
using FastEndpoints;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Operations;

/// <summary>What is running, and on which data.</summary>
/// <param name="Service">Version of the service.</param>
/// <param name="Data">Data version: a hash of the data, the same on every machine for the same data.</param>
/// <param name="Schema">Version of the database's schema.</param>
/// <param name="RecordedThrough">The latest instant at which anything was recorded; absent in an empty register.</param>
/// <param name="Rows">How many rows the register holds.</param>
public sealed record ServiceVersion(string Service, string Data, int Schema, DateTimeOffset? RecordedThrough, RowCounts Rows);

/// <summary>How many rows the register holds.</summary>
/// <param name="Treaties">Treaties.</param>
/// <param name="Participants">States and organizations.</param>
/// <param name="Events">Recorded events, corrections included.</param>
/// <param name="Sources">Sources.</param>
/// <param name="PublishedCounts">Published counts.</param>
public sealed record RowCounts(int Treaties, int Participants, int Events, int Sources, int PublishedCounts);

/// <summary>What is running, and on which data.</summary>
public sealed class GetVersion : EndpointWithoutRequest<ServiceVersion>
{
    /// <summary>Version of the service.</summary>
    public static string OfService { get; } = typeof(GetVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/version");
        this.Describe(Topics.Service, "What is running, and on which data?", "Versions of the service, of the data and of the schema, and how many rows there are.", "/v1/version");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(CancellationToken ct)
    {
        var register = HttpContext.Register();
        var facts = register.Facts;
        return Send.OkAsync(new(OfService, register.Version, Database.SchemaVersion, register.LastRecordedAt,
            new(facts.Treaties.Count, facts.Participants.Count, facts.Events.Count, facts.Sources.Count, facts.PublishedCounts.Count)), ct);
    }
}
