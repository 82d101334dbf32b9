using TreatyTracker.Client;

// Runs a client generated from openapi.yaml against a service: Client ADDRESS KEY records an invented accession unless it is recorded,
// retracts it, and prints the parties of UNTOC on 2017-06-30.
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new TreatyTrackerClient(http);
var day = new DateOnly(2017, 6, 30);

var counts = await client.GetTreatyCountsAsync("untoc", asOf: day);

// The same figure as a number of rows. The type of standing allows only the documented words.
var table = await client.ListPartiesAsync("untoc", standing: StandingFilter.Party, limit: 500, asOf: day);
if (table.Items.Count != counts.Parties)
    throw new InvalidDataException($"{table.Items.Count} rows, and {counts.Parties} parties");
if (table.Items.FirstOrDefault(row => row.InForceOn > day) is { } late)
    throw new InvalidDataException($"{late.Participant} should not be in the list");

// Errors are problem objects.
try
{
    await client.GetTreatyCountsAsync("untok");
    throw new InvalidDataException("A treaty that does not exist was found");
}
catch (ApiException<Problem> refused) when (refused.Result.Status == 404) { }

// Recording needs a key.
http.DefaultRequestHeaders.Authorization = new("Bearer", args[1]);
var recorded = await client.RecordEventsAsync(
    new()
    {
        Treaty = "untoc",
        Participant = "PNG",
        Kind = EventKind.Accession,
        Date = "2026-11-02",
        Note = "Invented",
    }
);
var retracted = await client.CorrectEventAsync(recorded.Events.Single().Id, new() { Retract = true, Note = "Invented" });
var change = retracted.Counts.Single();
if (change.After.Parties != change.Before?.Parties - 1)
    throw new InvalidDataException("The retracted accession is counted");

Console.WriteLine(counts.Parties);
