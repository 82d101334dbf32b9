using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>
/// A host with a corrected register: one date corrected, one act retracted, and a short title with every character that XML escapes.
/// </summary>
sealed class CorrectedRegister : IDisposable
{
    public const string ShortTitle = "R&D <\"Org\"> 'Crime' ]]>";

    /// <summary>The instant of the corrections.</summary>
    public static DateTimeOffset Later { get; } = new(2026, 11, 29, 10, 30, 0, TimeSpan.Zero);

    readonly Scratch _scratch = new();
    readonly WebApplicationFactory<Program> _host;

    public CorrectedRegister()
    {
        var seeds = _scratch.CopyOfSeeds();
        _scratch.Database.Prepare();
        Import.Run(_scratch.Database, SeedReader.Read(seeds), Later.AddDays(-1));
        var events = Path.Combine(seeds, "events", "untoc.csv");
        var rows = File.ReadAllLines(events)
            .Where(r => !r.StartsWith("SOM,accession", StringComparison.Ordinal))
            .Select(r => r.Replace("PRK,accession,2016-06-17,", "PRK,accession,2016-06-27,", StringComparison.Ordinal));
        File.WriteAllText(events, string.Join('\n', rows) + "\n");
        var file = Path.Combine(seeds, "treaties", "untoc.json");
        var treaty = JsonNode.Parse(File.ReadAllText(file))!;
        treaty["shortTitles"]!["en"] = ShortTitle;
        File.WriteAllText(file, treaty.ToJsonString());
        Import.Run(_scratch.Database, SeedReader.Read(seeds), Later);
        _host = new TestHost(_scratch.DatabaseFile, seeds);
        Client = _host.CreateClient();
    }

    public HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _host.Dispose();
        _scratch.Dispose();
    }
}
