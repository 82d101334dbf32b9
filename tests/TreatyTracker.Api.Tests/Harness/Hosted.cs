using Microsoft.AspNetCore.Mvc.Testing;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A host of a test's own, over the few treaties or other seeds, in a register of its own.</summary>
sealed class Hosted : IDisposable
{
    readonly WebApplicationFactory<Program> _host;

    /// <summary>Hosts a register that holds the few treaties.</summary>
    public Hosted(TimeProvider? clock = null, params (string Name, string Value)[] settings)
        : this(
            scratch =>
            {
                scratch.Seeded();
                return Repository.Seeds;
            },
            clock,
            settings
        ) { }

    /// <summary>
    /// Hosts a register made from seeds that the function writes, and whose directory it returns; or one that the function makes.
    /// </summary>
    public Hosted(Func<Scratch, string> seeds, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        _host = new TestHost(Scratch.DatabaseFile, seeds(Scratch), clock, settings);
        Client = _host.CreateClient();
    }

    public Scratch Scratch { get; } = new();

    public Database Database => Scratch.Database;

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public void Dispose()
    {
        Client.Dispose();
        _host.Dispose();
        Scratch.Dispose();
    }
}
