using Microsoft.AspNetCore.Mvc.Testing;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A host of a test's own, over the shipped seeds or others, in a register of its own.</summary>
sealed class Hosted : IDisposable
{
    readonly WebApplicationFactory<Program> _host;

    public Hosted(TimeProvider? clock = null, params (string Name, string Value)[] settings)
        : this(_ => Repository.Seeds, clock, settings) { }

    /// <summary>Hosts a register made from seeds that the function writes, and whose directory it returns.</summary>
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
