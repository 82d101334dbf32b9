using TreatyTracker.Client;

// Runs a client generated from openapi.yaml against a service: Client ADDRESS prints the parties of UNTOC on 2017-06-30.
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
catch (ApiException<Problem> refused) when (refused.Result.Status == 404)
{
    Console.WriteLine(counts.Parties);
}
