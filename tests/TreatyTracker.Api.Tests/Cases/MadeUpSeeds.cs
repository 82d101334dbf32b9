using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Cases;

/// <summary>
/// Seeds of a test's own: the shipped participants and sources, and treaties written here as a stranger would write them.
/// </summary>
static class MadeUpSeeds
{
    const string Events = "participant,kind,date,effective_on,sources,verification,recorded_at,note\n";

    /// <summary>Writes a directory of seeds beside a scratch database.</summary>
    public static string Write(Scratch scratch, string waivers, params (string Id, string Treaty, string Rows)[] treaties)
    {
        var seeds = scratch.CopyOfSeeds();
        foreach (var folder in new[] { "treaties", "events" })
        foreach (var file in Directory.GetFiles(Path.Combine(seeds, folder)))
            File.Delete(file);
        File.WriteAllText(Path.Combine(seeds, "published-counts.csv"), "treaty,as_of,metric,published,source,note\n");
        File.WriteAllText(Path.Combine(seeds, "waivers.csv"), "rule,treaty,participant,event,day,reason,source,expires\n" + waivers);
        foreach (var (id, treaty, rows) in treaties)
        {
            File.WriteAllText(Path.Combine(seeds, "treaties", id + ".json"), treaty);
            File.WriteAllText(Path.Combine(seeds, "events", id + ".csv"), Events + rows);
        }
        return seeds;
    }

    /// <summary>A treaty of the seeds, with the parts that matter to a case.</summary>
    public static string Treaty(
        string id,
        string mtdsg,
        string adoptedOn,
        string entryIntoForce,
        string? withdrawal = null,
        string? published = null,
        string? laterParticipants = null,
        string? parent = null,
        string? openTo = null
    ) =>
        $$"""
            {
              "id": "{{id}}",
              "mtdsg": "{{mtdsg}}",
              "kind": "{{(parent is null ? "convention" : "protocol")}}",
              {{(parent is null ? "" : $"\"parent\": \"{parent}\",")}}
              "titles": { "en": "{{id}}" },
              "adopted": { "on": "{{adoptedOn}}" },
              "depositary": "A depositary",
              "subject": "cases",
              {{(published is null ? "" : $"\"entryIntoForcePublished\": \"{published}\",")}}
              "finalClauses": {
                "entryIntoForce": {{entryIntoForce}},
                {{(laterParticipants is null ? "" : $"\"laterParticipants\": {laterParticipants},")}}
                {{(withdrawal is null ? "" : $"\"withdrawal\": {withdrawal},")}}
                "openTo": {{openTo ?? """{ "states": "all", "regionalOrganizations": true }"""}}
              },
              "completeThrough": "2026-01-01",
              "recordedAt": "2026-11-23T00:00:00Z"
            }
            """;
}
