namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The service over the whole shipped record, for what documents show of it; started when first asked, once in a run.</summary>
static class ShippedService
{
    static readonly Lazy<(Scratch Scratch, TestHost Host, HttpClient Client)> s_service = new(() =>
    {
        var scratch = new Scratch();
        var host = new TestHost(scratch.Seeded(Repository.ShippedSeeds).Path, Repository.ShippedSeeds);
        return (scratch, host, host.CreateClient());
    });

    /// <summary>A client that follows redirects and keeps nothing.</summary>
    public static HttpClient Client => s_service.Value.Client;

    public static void Stop()
    {
        if (!s_service.IsValueCreated)
            return;
        s_service.Value.Client.Dispose();
        s_service.Value.Host.Dispose();
        s_service.Value.Scratch.Dispose();
    }
}
