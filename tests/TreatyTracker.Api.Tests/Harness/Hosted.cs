using Microsoft.AspNetCore.Mvc.Testing;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A host of a test's own, over the shipped seeds in a register of its own.</summary>
sealed class Hosted : IDisposable
{
    readonly WebApplicationFactory<Program> _host;

    public Hosted(TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        _host = new TestHost(Scratch.DatabaseFile, Repository.Seeds, clock, settings);
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
