using System.Reflection;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Service;

/// <summary>What is running, and on which data.</summary>
public sealed class GetVersion : EndpointWithoutRequest<ServiceVersion>
{
    /// <summary>Version of the service.</summary>
    public static string OfService { get; } =
        typeof(GetVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/version");
        this.Describe(
            ApiTags.Service,
            "What is running, and on which data?",
            "Versions of the service, of the data and of the schema, and how many rows there are.",
            "/v1/version"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(CancellationToken ct)
    {
        var register = RequestSnapshot.Required(HttpContext).Register;
        var facts = register.Facts;
        return Send.OkAsync(
            new(
                OfService,
                register.Version,
                Database.SchemaVersion,
                register.LastRecordedAt,
                new(facts.Treaties.Count, facts.Participants.Count, facts.Events.Count, facts.Sources.Count, facts.PublishedCounts.Count)
            ),
            ct
        );
    }
}
