using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Keys;

/// <summary>Reads the key of a request (RFC 6750). No message and no log line has any part of what was sent.</summary>
sealed class KeyAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    CurrentRegister current,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    const string Bearer = "Bearer";

    internal const string Challenge = "Bearer realm=\"Treaty Tracker\"";

    string? _wrong;
    bool _hasToken;
    bool _isUnreadable;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The framework also asks at addresses that need no key. Whoever sends one there reads without a look at it.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            return Task.FromResult(AuthenticateResult.NoResult());
        try
        {
            return Task.FromResult(Authenticate());
        }
        catch (Exception e) when (e is SqliteException or DatabaseException)
        {
            _isUnreadable = true;
            return Task.FromResult(AuthenticateResult.Fail("the keys cannot be read"));
        }
    }

    AuthenticateResult Authenticate()
    {
        if (TokenOf(Request.Headers.Authorization.ToString()) is not { } token)
        {
            if (!current.Reader.Use(AccessKeys.AreIn))
                _wrong = "Recording is off, because the register has no keys. 'treatytracker keys add --name NAME' makes one.";
            return AuthenticateResult.NoResult();
        }
        _hasToken = true;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var key = current.Reader.Use(connection => AccessKeys.Find(connection, token));
        _wrong =
            key is null ? "The key is unknown. Check that it is complete: it begins with tt_ and has 59 characters."
            : key.Revoked is not null ? "The key was revoked. Ask the operator of the service for another one."
            : !key.IsValidOn(today)
                ? $"The key expired on {Instant.Text(key.Expires!.Value)}. Ask the operator of the service for another one."
            : null;
        if (_wrong is not null)
            return AuthenticateResult.Fail("the key is not valid");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.Name, key!.Name), new(KeyAuthentication.ScopeClaim, key.Scope.WireName())],
            Scheme.Name
        );
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <summary>The token of a header such as <c>Bearer tt_…</c>; <c>null</c> where there is none.</summary>
    static string? TokenOf(string header) =>
        header.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var scheme, var token]
        && scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase)
            ? token
            : null;

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_isUnreadable)
            return Problem.Send(
                Context,
                ProblemType.Unavailable,
                "The keys cannot be read now. Nothing was recorded; try again in a moment."
            );
        Response.Headers[HeaderNames.WWWAuthenticate] = _hasToken ? $"{Challenge}, error=\"invalid_token\"" : Challenge;
        return Problem.Send(Context, ProblemType.Unauthorized, _wrong);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        KeyAuthentication.Forbidden(Context, ProblemType.Forbidden.Remedy).ExecuteAsync(Context);
}
