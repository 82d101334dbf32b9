using System.Net;
using System.Text;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>The check that all other tests lean on sees what it must: real answers, spoilt.</summary>
public sealed class ContractTests
{
    const string Rows = "/v1/treaties/untoc/parties?limit=2";

    [TestCase("application/json", "\"total\":", "\"secret\":1,\"total\":", "secret")]
    [TestCase("application/json", "\"kind\":\"un-member\"", "\"kind\":\"member\"", "kind")]
    [TestCase("application/json", "\"participant\":", "\"code\":", "participant")]
    [TestCase("application/x-ndjson", "\"name\":", "\"secret\":1,\"name\":", "secret")]
    [TestCase("application/x-ndjson", "}\n", "\n", "cannot be read")]
    [TestCase("text/csv", "\r\nAFG", "\r\nAFG,AFG", "fields under")]
    [TestCase("text/csv", "participant,name", "name,name", "header")]
    public async Task A_spoilt_body_is_noticed(string type, string whole, string spoilt, string word)
    {
        using var response = await Ask(type);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(body, Does.Contain(whole));
        Assert.That(await Breaches(response), Is.Empty);
        response.Content = Content(body.Replace(whole, spoilt, StringComparison.Ordinal), type);
        Assert.That(string.Join('\n', await Breaches(response)), Does.Contain(word));
    }

    [Test]
    public async Task A_missing_header_is_noticed_and_one_too_many()
    {
        using var response = await Ask("application/json");
        response.Headers.Remove("ETag");
        response.Headers.Add("X-Secret", "1");
        Assert.That(
            await Breaches(response),
            Is.EquivalentTo(new[] { "lacks the header ETag", "sends X-Secret, which is not documented" })
        );
    }

    [Test]
    public async Task A_status_or_type_that_is_not_documented_is_noticed()
    {
        using var response = await Ask("application/json");
        response.Content = Content(await response.Content.ReadAsStringAsync(), "text/html");
        Assert.That(await Breaches(response), Has.One.Contains("text/html"));
        response.StatusCode = HttpStatusCode.PaymentRequired;
        Assert.That(await Breaches(response), Has.One.Contains("402"));
    }

    static async Task<IReadOnlyList<string>> Breaches(HttpResponseMessage response) =>
        await Contract.Breaches((await Contract.OperationOf("GET", "/v1/treaties/untoc/parties"))!, response);

    static async Task<HttpResponseMessage> Ask(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Rows);
        request.Headers.TryAddWithoutValidation("Accept", type);
        var response = await Service.Client.SendAsync(request);
        response.Content = Content(await response.Content.ReadAsStringAsync(), type, response.Content.Headers);
        return response;
    }

    static StringContent Content(string body, string type, System.Net.Http.Headers.HttpContentHeaders? headers = null)
    {
        var content = new StringContent(body, Encoding.UTF8, type);
        content.Headers.LastModified = DateTimeOffset.UnixEpoch;
        content.Headers.ContentLanguage.Add(headers?.ContentLanguage.FirstOrDefault() ?? "en");
        return content;
    }
}
