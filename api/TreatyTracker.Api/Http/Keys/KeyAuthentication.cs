using Microsoft.AspNetCore.Authentication;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Keys;

/// <summary>Who may record: a policy for each scope of a key. Reading has none.</summary>
static class KeyAuthentication
{
    /// <summary>The name of the scheme, here and in the OpenAPI document.</summary>
    public const string Scheme = "key";

    /// <summary>The policy of an operation that changes what is recorded, or overrides a rule.</summary>
    public const string MayRecord = "record";

    /// <summary>The policy of an operation that adds events.</summary>
    public const string MayAppend = "append";

    /// <summary>The claim with the scope of the key.</summary>
    internal const string ScopeClaim = "scope";

    /// <summary>Registers the scheme and the policies.</summary>
    public static void AddTo(IServiceCollection services)
    {
        // Not AddAuthentication: that also brings data protection, which keeps keys of its own on the disk, and nothing here needs it.
        services.AddAuthenticationCore().AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, KeyAuthenticationHandler>(Scheme, null);
        services
            .AddAuthorizationBuilder()
            .AddPolicy(MayRecord, p => p.AddAuthenticationSchemes(Scheme).RequireClaim(ScopeClaim, KeyScope.Record.WireName()))
            .AddPolicy(
                MayAppend,
                p => p.AddAuthenticationSchemes(Scheme).RequireClaim(ScopeClaim, KeyScope.Record.WireName(), KeyScope.Append.WireName())
            );
    }

    /// <summary>The name of the key with which a request came.</summary>
    public static string NameOf(HttpContext http) =>
        http.User.Identity?.Name ?? throw new InvalidOperationException("the operation needs no key");

    /// <summary>The answer to a request whose key does not allow it.</summary>
    public static IResult Forbidden(HttpContext http, string detail)
    {
        http.Response.Headers.WWWAuthenticate =
            $"{KeyAuthenticationHandler.Challenge}, error=\"insufficient_scope\", scope=\"{KeyScope.Record.WireName()}\"";
        return Problem.Result(ProblemType.Forbidden, detail);
    }

    /// <summary>Whether the key of a request allows more than to add events.</summary>
    public static bool MayOverride(HttpContext http) => http.User.HasClaim(ScopeClaim, KeyScope.Record.WireName());
}
