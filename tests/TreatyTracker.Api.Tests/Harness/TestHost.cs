using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The service in this process, over a register and seeds of its own.</summary>
/// <param name="database">The file of the register; it is made from the seeds when it is missing.</param>
/// <param name="seeds">The directory of seeds.</param>
/// <param name="clock">The clock; the system's when none is given.</param>
/// <param name="settings">Settings by their names on the command line, or of the host.</param>
sealed class TestHost(string database, string seeds, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    static readonly Lock s_starting = new();

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("database", database).UseSetting("seeds", seeds).UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        if (clock is not null)
            builder.ConfigureTestServices(s => s.AddSingleton(clock));
    }

    /// <inheritdoc/>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        // FastEndpoints keeps its configuration in static fields: no two hosts may start at once.
        lock (s_starting)
            return base.CreateHost(builder);
    }
}
