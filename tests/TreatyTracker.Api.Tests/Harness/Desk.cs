using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Somebody who records declarations over HTTP with a key: acts that contradict nothing, none of them twice.</summary>
/// <param name="client">Of the service; it is given the key.</param>
/// <param name="participant">Whose declarations they are. No other desk may record for it.</param>
sealed class Desk(HttpClient client, string participant)
{
    static readonly string[] s_treaties = ["untoc", "untoc-smuggling", "uncac", "rome-statute", "untoc-trafficking"];

    int _next;

    /// <summary>By whom recordings with <see cref="Key"/> are.</summary>
    public const string Name = "Depositary desk";

    /// <summary>Makes a key.</summary>
    public static string Key(Database database) => AccessKeys.Add(database, Name, KeyScope.Record, null, DateTimeOffset.UtcNow).Token;

    /// <summary>Sends the key with every request.</summary>
    public static void Authorize(HttpClient client, string key) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

    /// <summary>The next acts.</summary>
    public Act[] Next(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _next++).Select(n => new Act(s_treaties[n % s_treaties.Length], participant, Day(n)))];

    /// <summary>Records acts: one as an event, several as a list.</summary>
    /// <returns>The status, the ids of the events, and the body.</returns>
    public async Task<(int Status, string[] Ids, JsonNode? Body)> Record(Act[] acts)
    {
        object body = acts.Length == 1 ? acts[0].Body : acts.Select(a => a.Body).ToArray();
        using var answer = await client.PostAsJsonAsync("/v1/events", body);
        var text = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        return ((int)answer.StatusCode, [.. (text?["events"]?.AsArray() ?? []).Select(e => (string)e!["id"]!)], text);
    }

    static string Day(int n) => Instant.Text(new DateOnly(2015, 1, 1).AddDays(n / s_treaties.Length));

    /// <summary>A declaration.</summary>
    public sealed record Act(string Treaty, string Participant, string Day)
    {
        /// <summary>As it is sent.</summary>
        public object Body =>
            new
            {
                treaty = Treaty,
                participant = Participant,
                kind = "declaration",
                date = Day,
                note = "recorded under load",
            };
    }
}
