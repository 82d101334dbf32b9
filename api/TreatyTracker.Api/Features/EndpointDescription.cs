using FastEndpoints;

namespace TreatyTracker.Api.Features;

/// <summary>Describes operations for the OpenAPI document.</summary>
static class EndpointDescription
{
    /// <summary>
    /// Describes an operation: its tag, its one-line summary, its description, and the request whose real answer is the example, with its
    /// body where it has one. An operation without a policy needs no key.
    /// </summary>
    public static void Describe(
        this BaseEndpoint endpoint,
        string tag,
        string summary,
        string description,
        string example,
        string? body = null,
        string? policy = null
    )
    {
        if (policy is null)
            endpoint.Definition.AllowAnonymous();
        else
            endpoint.Definition.Policies(policy);
        endpoint.Definition.Description(b => b.WithTags(tag).WithMetadata(new OpenApi.Example(example, body)));
        endpoint.Definition.Summary(s =>
        {
            s.Summary = summary;
            s.Description = description;
        });
    }
}
