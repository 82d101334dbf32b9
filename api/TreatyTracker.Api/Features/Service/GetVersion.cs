using System.Reflection;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Service;

public sealed class GetVersion : EndpointWithoutRequest<ServiceVersion>
{
    /// <summary>The version of the service.</summary>
    public static string OfService { get; } =
        typeof(GetVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override void Configure()
    {
        Get("/v1/version");
        this.Describe(
            ApiTags.Service,
            "What is running, and on which data?",
            "Returns the versions of the service, the data and the database schema, and the number of rows.",
            "/v1/version"
        );
    }

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
                register.Head,
                register.Log.All.Count,
                new(facts.Treaties.Count, facts.Participants.Count, facts.Events.Count, facts.Sources.Count, facts.PublishedCounts.Count)
            ),
            ct
        );
    }
}
