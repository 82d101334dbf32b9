using System.Globalization;
using System.Text;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>Tables that spreadsheets, pandas and R read rightly, in any script.</summary>
public sealed class TableTests
{
    static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    [Test]
    public async Task Days_are_ISO_numbers_bare_and_truth_is_true_or_false()
    {
        var row = Csv.Rows(await Service.Client.GetStringAsync("/v1/counts?treaty=untoc&asOf=2017-06-30&format=csv")).Single();
        Assert.That(
            (row["asOf"], row["entryIntoForce"], row["parties"], row["inForce"], row["knownAt"]),
            Is.EqualTo(("2017-06-30", "2003-09-29", "187", "true", "2026-11-28T00:00:00Z"))
        );
    }

    [Test]
    public async Task A_negative_number_stays_a_number()
    {
        var rows = Csv.Rows(await Service.Client.GetStringAsync("/v1/consistency/reconciliation?format=csv"));
        Assert.That(rows.Select(r => int.Parse(r["difference"], CultureInfo.InvariantCulture)), Has.Some.EqualTo(-1));
    }

    [Test]
    public async Task Text_that_begins_like_a_formula_is_never_run_and_quotes_and_commas_survive()
    {
        string[] notes = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "a \"quoted\", word", "x=1"];
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "events", "untoc.csv");
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',');
        for (var i = 0; i < notes.Length; i++)
        {
            var cells = lines[i + 1].Split(',');
            cells[Array.IndexOf(columns, "note")] = notes[i].Contains('"')
                ? $"\"{notes[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : notes[i];
            lines[i + 1] = string.Join(',', cells);
        }
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
        using var host = new TestHost(scratch.DatabaseFile, seeds);
        using var client = host.CreateClient();

        var found = Csv.Rows(await client.GetStringAsync("/v1/treaties/untoc/events?format=csv")).Select(r => r["note"]).ToList();
        Assert.That(
            found,
            Is.SupersetOf(new[] { "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'＝1+1", "'＋1", "'－1", "'＠SUM(A1)", "a \"quoted\", word", "x=1" })
        );
    }

    [TestCase("application/x-ndjson")]
    [TestCase("application/ndjson")]
    [TestCase("application/jsonl")]
    [TestCase("application/jsonl, text/csv;q=0.5")]
    public async Task Lines_of_JSON_may_be_asked_for_by_each_of_their_names(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/treaties");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Service.Client.SendAsync(request);
        await OpenApi.Contract.MustHold(response);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/x-ndjson"));
    }

    [Test]
    public async Task An_empty_Accept_is_no_preference()
    {
        // The in-process server would not see it.
        var service = await ServiceProcess.Shared();
        foreach (var url in new[] { "/v1/treaties", "/v1/version", "/v1/events.atom", "/v1/treaties/untoc/counts" })
        {
            using var without = await service.Client.Ask(url);
            foreach (var empty in new[] { "", " ", ",", " , ," })
            {
                using var response = await service.Client.Ask(url, ("Accept", empty));
                Assert.That(response.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK), $"{url} '{empty}'");
                Assert.That(response.Content.Headers.ContentType, Is.EqualTo(without.Content.Headers.ContentType), $"{url} '{empty}'");
                Assert.That(response.Headers.ETag, Is.EqualTo(without.Headers.ETag), $"{url} '{empty}'");
            }
        }
    }

    [TestCase("csv", false)]
    [TestCase("excel", true)]
    public async Task Only_the_table_for_Excel_opens_with_a_byte_order_mark(string format, bool marked)
    {
        using var response = await Service.Client.GetAsync($"/v1/treaties/untoc/parties?asOf=2017-06-30&lang=zh&format={format}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.That(bytes.AsSpan().StartsWith(s_byteOrderMark), Is.EqualTo(marked));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/csv; header=present; charset=utf-8"));
    }

    [Test]
    public async Task The_table_for_Excel_is_the_CSV_otherwise()
    {
        const string url = "/v1/treaties/untoc/parties?asOf=2017-06-30&lang=ar&format=";
        var (csv, excel) = (await Service.Client.GetByteArrayAsync(url + "csv"), await Service.Client.GetByteArrayAsync(url + "excel"));
        Assert.That(excel[3..], Is.EqualTo(csv));
    }

    [TestCase("zh", "朝鲜民主主义人民共和国")]
    [TestCase("ar", "جمهورية كوريا الشعبية الديمقراطية")]
    [TestCase("ru", "Корейская Народно-Демократическая Республика")]
    public async Task Every_script_comes_back_unharmed_in_every_representation(string language, string name)
    {
        foreach (var format in new[] { "json", "csv", "ndjson", "excel" })
        {
            var body = Encoding.UTF8.GetString(await Service.Client.GetByteArrayAsync($"/v1/states?q=PRK&lang={language}&format={format}"));
            Assert.That(body, Does.Contain(name), format);
        }
    }
}
