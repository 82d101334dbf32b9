using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.States;

public sealed class ResolveNamesTests
{
    const string Address = "/v1/states/resolve";

    [Test]
    public async Task Each_name_has_its_row_in_the_order_given()
    {
        var page = await Service.Get(
            $"{Address}?name=Zaire&name=Korea%2C%20Republic%20of&name=KP&name=Zaire&name=%5BChina%5D&asOf=1975-06-30"
        );
        Assert.That((int)page["total"]!, Is.EqualTo(5));
        Assert.That(
            page["items"]!
                .AsArray()
                .Select(r =>
                    $"{r!["name"]} {r["asOf"]} {r["participant"]?["code"]} {r["matchedName"]} {r["matchedAs"]} {r["matchedLanguage"]}"
                ),
            Is.EqualTo(
                new[]
                {
                    "Zaire 1975-06-30 COD Zaire former-name en",
                    "Korea, Republic of 1975-06-30 KOR Republic of Korea name en",
                    "KP 1975-06-30 PRK KP code ",
                    "Zaire 1975-06-30 COD Zaire former-name en",
                    "[China] 1975-06-30 CHN China name en",
                }
            )
        );
    }

    [Test]
    public async Task A_name_of_several_or_none_has_a_reason_and_candidates()
    {
        var items = (await Service.Items($"{Address}?name=Yugoslavia&name=Hong%20Kong&name=Grmany"));
        Assert.That(items.Select(r => (string?)r!["reason"]), Is.EqualTo(new[] { "ambiguous", "territory", "unknown" }));
        Assert.That(items.Select(r => r!["participant"]), Has.All.Null);
        Assert.That(items[0]!["candidates"]!.AsArray().Select(c => (string?)c!["code"]), Is.EqualTo(new[] { "CSXX", "YUCS" }));
        Assert.That((string?)items[2]!["detail"], Does.Contain("Did you mean DEU (Germany)"));
    }

    [Test]
    public async Task The_name_of_the_participant_is_in_the_language_asked_for()
    {
        using var response = await Service.Client.Ask($"{Address}?name=PRK", ("Accept-Language", "fr"));
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { "fr" }));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("République populaire démocratique de Corée"));
    }

    [Test]
    public async Task It_is_a_table_too() =>
        Assert.That(
            await Service.Client.GetStringAsync($"{Address}?name=Zaire&name=CS&format=csv"),
            Is.EqualTo(
                "name,asOf,code,participantName,matchedName,matchedAs,matchedLanguage,reason,detail,candidates\r\n"
                    + "Zaire,,COD,Democratic Republic of the Congo,Zaire,former-name,en,,,\r\n"
                    + "CS,,,,,,,ambiguous,\"Several participants have this name: CSHH (Czechoslovakia), CSXX (Serbia and Montenegro). "
                    + "Give a code, or the day of the act.\",CSHH|CSXX\r\n"
            )
        );

    [TestCase("", "name", "The parameter is required")]
    [TestCase("?name=", "name", "The parameter is empty")]
    [TestCase("?name=A&asOf=1975-02-30", "asOf", "'1975-02-30' is not a date from 1800-01-01")]
    [TestCase("?name=A&on=1975-02-01", "on", "Unknown parameter 'on'")]
    [TestCase("?name=A&asOf=1975-02-01&asOf=1975-02-01", "asOf", "must not be repeated")]
    public async Task A_bad_request_is_refused_by_the_name_of_the_parameter(string query, string parameter, string message) =>
        await Refuses(await Service.Client.GetAsync(Address + query), parameter, message);

    [Test]
    public async Task More_than_a_hundred_names_are_refused() =>
        await Refuses(
            await Service.Client.GetAsync($"{Address}?{string.Join('&', Enumerable.Repeat("name=A", 101))}"),
            "name",
            "more than 100 times. Send longer lists with POST."
        );

    [Test]
    public async Task A_list_is_answered_whole_and_not_cached()
    {
        var names = Enumerable.Range(0, 10_000).Select(n => n % 2 == 0 ? "\"KP\"" : """{"name":"Zaire","asOf":"1975-01-01"}""");
        using var response = await Post($"[{string.Join(',', names)}]");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(
            page["items"]!.AsArray().Select(r => (string)r!["participant"]!["code"]!).Distinct(),
            Is.EqualTo(new[] { "PRK", "COD" })
        );
        Assert.That(((int)page["total"]!, page["items"]!.AsArray().Count, page["next"]), Is.EqualTo((10_000, 10_000, (JsonNode?)null)));
    }

    [Test]
    public async Task An_empty_list_has_no_rows()
    {
        using var response = await Post("\uFEFF []");
        Assert.That((int)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["total"]!, Is.Zero);
    }

    [Test]
    public async Task A_list_is_answered_as_a_table()
    {
        using var response = await Post("""[{"name":"KP","asOf":null}]""", query: "?format=csv");
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Does.EndWith("KP,,PRK,Democratic People's Republic of Korea,KP,code,,,,\r\n")
        );
    }

    [TestCase("", "body", "The body is not JSON")]
    [TestCase("name=Zaire", "body", "(line 1, byte 2). Send a list such as")]
    [TestCase("[\n{\"name\": }]", "body", "(line 2, byte 10)")]
    [TestCase("[[[[[[[[[[[[[[[[[[[[", "body", "nested too deeply")]
    [TestCase("""[{"name":"A","name":"B"}]""", "body", "has a member twice")]
    [TestCase("[1] [2]", "body", "The body is not JSON")]
    [TestCase("null", "body", "The body is not a list")]
    [TestCase("\"Zaire\"", "body", "The body is not a list")]
    [TestCase("""{"name":"Zaire"}""", "body", "The body is not a list")]
    [TestCase("[true]", "[0]", "The element is neither a text nor an object")]
    [TestCase("""[{"name":"A"},null]""", "[1]", "The element is neither a text nor an object")]
    [TestCase("[[]]", "[0]", "The element is neither a text nor an object")]
    [TestCase("[{}]", "[0].name", "missing or not a text")]
    [TestCase("""[{"name":null}]""", "[0].name", "missing or not a text")]
    [TestCase("""[{"name":7}]""", "[0].name", "missing or not a text")]
    [TestCase("""[{"name":"\ud800"}]""", "[0].name", "missing or not a text")]
    [TestCase("""[{"name":"A","on":"1975-01-01"}]""", "[0]", "Unknown member 'on'. Supported: name, asOf.")]
    [TestCase("""[{"name":"A","\ud800":1}]""", "body", "not valid Unicode")]
    [TestCase("""[{"name":"A","asOf":"1975-02-30"}]""", "[0].asOf", "is not a date from 1800-01-01 to 2999-12-31")]
    [TestCase("""[{"name":"A","asOf":1975}]""", "[0].asOf", "is not a date")]
    [TestCase("""[{"name":"A","asOf":"0001-01-01"}]""", "[0].asOf", "is not a date")]
    public async Task A_bad_body_is_refused_by_its_place(string body, string place, string message) =>
        await Refuses(await Post(body), place, message);

    [Test]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var content = new ByteArrayContent([0x5B, 0xFF, 0xFE, 0x5D]);
        content.Headers.ContentType = new("application/json");
        await Refuses(await Service.Client.PostAsync(Address, content), "body", "not valid UTF-8");
    }

    [Test]
    public async Task More_than_ten_thousand_names_are_refused() =>
        await Refuses(await Post($"[{string.Join(',', Enumerable.Repeat("\"A\"", 10_001))}]"), "body", "has 10001 elements");

    [Test]
    public async Task Only_the_first_wrong_elements_are_named()
    {
        using var response = await Post($"[{string.Join(',', Enumerable.Repeat("1", 900))}]");
        Assert.That(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsObject(), Has.Count.EqualTo(20));
    }

    [TestCase(1_048_576, 400)]
    [TestCase(1_048_577, 413)]
    [TestCase(10_000_000, 413)]
    public async Task A_body_has_a_largest_size(int bytes, int status)
    {
        using var response = await Post(new string('x', bytes));
        await MustBe(response, status);
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase("nonsense")]
    public async Task Only_JSON_is_read(string type)
    {
        using var response = await Post("[]", type);
        await MustBe(response, 415);
    }

    [TestCase("application/json; charset=utf-16", "", "not in UTF-8")]
    [TestCase("application/json; charset=latin1", "", "not in UTF-8")]
    [TestCase("application/json", "gzip", "is compressed")]
    [TestCase("application/json", "identity, br", "is compressed")]
    public async Task A_body_is_plain_text_in_UTF_8(string type, string encoding, string message)
    {
        using var content = new ByteArrayContent("[\"KP\"]"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var response = await Service.Client.PostAsync(Address, content);
        await MustBe(response, 415);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(message));
    }

    [Test]
    public async Task A_body_that_is_too_large_is_no_error_of_the_service()
    {
        using var service = await ServiceProcess.With();
        using (var content = new StringContent(new string('x', 1_048_577), Encoding.UTF8, "application/json"))
        using (var response = await service.Client.PostAsync(Address, content))
            await MustBe(response, 413);
        service.Terminate();
        service.ExitCode();
        Assert.That(service.Log, Does.Not.Contain("BadHttpRequestException").And.Not.Contain("unhandled"));
    }

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; charset=\"UTF-8\"")]
    [TestCase("APPLICATION/JSON")]
    public async Task The_type_of_the_body_may_be_written_in_any_way(string type)
    {
        using var response = await Post("[]", type);
        await MustBe(response, 200);
    }

    [Test]
    public async Task A_body_without_a_type_is_JSON()
    {
        using var content = new ByteArrayContent("[\"KP\"]"u8.ToArray());
        using var response = await Service.Client.PostAsync(Address, content);
        await MustBe(response, 200);
        await Refuses(await Service.Client.PostAsync(Address, null), "body", "The body is not JSON");
    }

    [Test]
    public async Task Unknown_parameters_of_a_list_are_refused() =>
        await Refuses(await Post("[]", query: "?limit=1"), "limit", "Unknown parameter 'limit'");

    [Test]
    public async Task A_list_of_the_longest_unknown_names_does_not_take_long()
    {
        var names = string.Join(',', Enumerable.Range(0, 4_900).Select(n => $"\"{new string('q', 190)}{n}x\""));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var response = await Post($"[{names}]");
        await MustBe(response, 200);
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    static Task<HttpResponseMessage> Post(string body, string type = "application/json", string query = "")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Service.Client.PostAsync(Address + query, content);
    }

    static async Task Refuses(HttpResponseMessage response, string parameter, string message)
    {
        using var _ = response;
        await MustBe(response, 400);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That((string?)problem["errors"]?[parameter]?[0], Does.Contain(message), problem.ToJsonString());
    }

    static async Task MustBe(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), text[..Math.Min(text.Length, 300)]);
        Assert.That(
            response.Content.Headers.ContentType?.MediaType,
            Is.EqualTo(status == 200 ? "application/json" : "application/problem+json")
        );
        if (status != 200)
            Assert.That((int)JsonNode.Parse(text)!["status"]!, Is.EqualTo(status));
    }
}
