using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>A cursor goes on in the list whose page gave it, and in no other.</summary>
public sealed class CursorTests
{
    [TestCase("/v1/states", "/v1/treaties", 400)]
    [TestCase("/v1/states", "/v1/treaties/untoc/parties", 400)]
    [TestCase("/v1/treaties/untoc/parties", "/v1/treaties/uncac/parties", 400)]
    [TestCase("/v1/treaties", "/v1/conventions", 400)]
    [TestCase("/v1/states", "/v1/states", 200)]
    [TestCase("/v1/states", "/v1/states/", 200)]
    [TestCase("/v1/states", "/V1/States", 200)]
    [TestCase("/v1/states?kind=un-member", "/v1/states?lang=fr", 200)]
    [TestCase("/v1/treaties/untoc/parties", "/v1/treaties/XVIII-12/parties", 200)]
    [TestCase("/v1/treaties/UNTOC/parties", "/v1/treaties/untoc/parties?format=csv", 200)]
    [TestCase("/v1/states/KP/participations", "/v1/states/408/participations", 200)]
    public async Task It_is_taken_by_its_own_list_alone(string from, string to, int status)
    {
        var cursor = (string)(await Service.Get(With(from, "limit=1")))["next"]!;
        using var response = await Service.Client.GetAsync(With(to, $"limit=1&cursor={cursor}"));
        var body = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), body);
        if (response.StatusCode is HttpStatusCode.BadRequest)
            Assert.That(
                (string?)JsonNode.Parse(body)!["detail"],
                Is.EqualTo(
                    "cursor: The cursor does not belong to this list. Use 'next' of the previous page, or omit the parameter to "
                        + "get the first page."
                )
            );
    }

    static string With(string url, string query) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
}
