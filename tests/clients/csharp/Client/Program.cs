using TreatyTracker.Client;

// A client generated from openapi.yaml against a running service: Client ADDRESS prints UNTOC's parties on 2017-06-30.
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new TreatyTrackerClient(http);
var day = new DateOnly(2017, 6, 30);

var counts = await client.GetTreatyCountsAsync("untoc", asOf: day);

// The same figure, as the number of rows; standing takes the documented words alone.
var table = await client.ListPartiesAsync("untoc", standing: StandingFilter.Party, limit: 500, asOf: day);
if (table.Items.Count != counts.Parties)
    throw new InvalidDataException($"{table.Items.Count} rows, and {counts.Parties} parties");
if (table.Items.FirstOrDefault(row => row.InForceOn > day) is { } late)
    throw new InvalidDataException($"{late.Participant} has no business among them");

// What is refused comes as a problem with its members.
try
{
    await client.GetTreatyCountsAsync("untok");
    throw new InvalidDataException("A treaty that is none was found");
}
catch (ApiException<Problem> refused) when (refused.Result.Status == 404)
{
    Console.WriteLine(counts.Parties);
}
