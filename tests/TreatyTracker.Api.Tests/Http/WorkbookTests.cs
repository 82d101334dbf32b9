using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>Workbooks as another library reads them, and file names of tables.</summary>
public sealed class WorkbookTests
{
    const string Url = "/v1/treaties/XVIII-12/parties?asOf=2017-06-30&standing=any";

    // The reader asks for code pages that only older formats need.
    [OneTimeSetUp]
    public void RegisterCodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Test]
    public async Task Days_are_days_truth_is_truth_and_codes_are_text()
    {
        var rows = (await Sheets($"{Url}&format=xlsx")).Data;
        var header = rows[0].Select(c => (string)c!).ToList();
        var korea = rows.Single(r => r[0] is "PRK");
        Assert.That(
            (korea[header.IndexOf("consentOn")], korea[header.IndexOf("inForceOn")], korea[header.IndexOf("appliesProvisionally")]),
            Is.EqualTo((new DateTime(2016, 6, 17), new DateTime(2016, 7, 17), false))
        );
        Assert.That(korea[header.IndexOf("boundUntil")], Is.Null);
        Assert.That(rows, Has.Count.EqualTo(1 + 190));
        var csv = await Service.Client.GetStringAsync($"{Url}&format=csv");
        Assert.That(string.Join(',', header), Is.EqualTo(csv.Split("\r\n")[0]));

        var states = (await Sheets("/v1/states?q=afghanistan&format=xlsx")).Data;
        Assert.That(states[1][states[0].IndexOf("m49")], Is.EqualTo("004"));
        Assert.That(states[1][states[0].IndexOf("unMemberSince")], Is.EqualTo(new DateTime(1946, 11, 19)));
    }

    [Test]
    public async Task Numbers_are_numbers()
    {
        var rows = (await Sheets("/v1/counts?treaty=untoc&asOf=2017-06-30&format=xlsx")).Data;
        Assert.That(rows[1][rows[0].IndexOf("parties")], Is.EqualTo(187d));
        Assert.That(rows[1][rows[0].IndexOf("knownAt")], Is.EqualTo(new DateTime(2026, 11, 28)));
    }

    [Test]
    public async Task The_second_sheet_has_definitions_the_day_the_coverage_and_a_citation_that_leads_back()
    {
        var about = (await Sheets($"{Url}&format=xlsx")).About;
        object? Value(string name) => about.Single(r => (string?)r[1] == name && (string?)r[0] != "column")[2];
        Assert.That(Value("asOf"), Is.EqualTo(new DateTime(2017, 6, 30)));
        Assert.That(Value("treaty.id"), Is.EqualTo("untoc"));
        Assert.That(Value("record.completeThrough"), Is.InstanceOf<DateTime>());
        Assert.That(Value("record.unverifiedEvents"), Is.InstanceOf<double>());
        Assert.That(Value("record.undatedEvents"), Is.EqualTo(0d));
        Assert.That(
            (string?)Value("cite"),
            Does.Contain("United Nations Convention against Transnational Organized Crime").And.Contain("2017-06-30")
        );
        var columns = about.Where(r => r[0] is "column").ToList();
        Assert.That(columns.Single(r => r[1] is "inForceOn")[3], Does.StartWith("The first day on which the treaty is in force for it"));

        var address = new Uri((string)Value("address")!);
        Assert.That(address.PathAndQuery, Does.StartWith("/v1/treaties/untoc/parties?asOf=2017-06-30&standing=any&format=xlsx&knownAt="));
        Assert.That((await Sheets(address.PathAndQuery)).Data, Is.EqualTo((await Sheets($"{Url}&format=xlsx")).Data));
    }

    static IEnumerable<string> Lists() =>
        [
            "/v1/treaties?limit=1",
            "/v1/states?limit=1",
            "/v1/states/PRK/participations?limit=1",
            "/v1/states/resolve?name=Zaire",
            "/v1/participations?limit=1",
            "/v1/matrix?limit=1",
            "/v1/panel?treaty=untoc&limit=1",
            "/v1/between/DEU/VNM?limit=1",
            "/v1/events?limit=1",
            "/v1/counts?limit=1",
            "/v1/changes?from=2016-01-01&to=2016-12-31&limit=1",
            "/v1/treaties/untoc/parties?limit=1",
            "/v1/treaties/untoc/non-parties?limit=1",
            "/v1/treaties/untoc/counts/history?limit=1",
            "/v1/treaties/untoc/counts/explanation?limit=1",
            "/v1/consistency/reconciliation?limit=1",
            "/v1/consistency/rules?limit=1",
            "/v1/recordings?limit=1",
            "/v1/sources?limit=1",
        ];

    [TestCaseSource(nameof(Lists))]
    public async Task Every_column_of_every_list_says_what_it_means(string url)
    {
        var (data, about) = await Sheets($"{url}&format=xlsx");
        Assert.That(data.Count, Is.GreaterThan(1));
        Assert.That(about.Where(r => r[0] is "column").Select(r => r[1]), Is.EqualTo(data[0]));
        Assert.That(about.Where(r => r[0] is "column" && r[3] is null).Select(r => r[1]), Is.Empty);
    }

    [Test]
    public async Task The_heading_stays_in_view_and_filters()
    {
        var xml = await SheetXml($"{Url}&format=xlsx", 1);
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var pane = xml.Descendants(main + "pane").Single();
        Assert.That(((string?)pane.Attribute("ySplit"), (string?)pane.Attribute("state")), Is.EqualTo(("1", "frozen")));
        Assert.That((string?)xml.Descendants(main + "autoFilter").Single().Attribute("ref"), Does.StartWith("A1:"));
        Assert.That(xml.Descendants(main + "f"), Is.Empty, "formulas");
    }

    [Test]
    public async Task The_filters_end_with_the_table()
    {
        var rows = (await Sheets($"{Url}&format=xlsx")).Data;
        var filters = (await SheetXml($"{Url}&format=xlsx", 1)).Descendants().Single(e => e.Name.LocalName == "autoFilter");
        Assert.That(
            (string?)filters.Attribute("ref"),
            Does.EndWith(rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        var none = await SheetXml($"{Url}&consent=succession&region=Oceania&format=xlsx", 1);
        Assert.That((string?)none.Descendants().Single(e => e.Name.LocalName == "autoFilter").Attribute("ref"), Does.Match("^A1:[A-Z]+1$"));
    }

    [Test]
    public async Task Changes_have_the_title_of_the_treaty_and_a_column_is_as_wide_as_its_texts()
    {
        const string url = "/v1/changes?from=2016-01-01&to=2016-12-31&treaty=untoc&format=xlsx";
        var (header, row) = (await Sheets(url)).Data is [var first, var second, ..] ? (first, second) : default;
        var title = header!.IndexOf("title");
        Assert.That(row![title], Is.EqualTo("United Nations Convention against Transnational Organized Crime"));
        var widths = (await SheetXml(url, 1))
            .Descendants()
            .Where(e => e.Name.LocalName == "col")
            .Select(c => (double)c.Attribute("width")!)
            .ToList();
        Assert.That(widths[title], Is.EqualTo(60));
        Assert.That(widths[header.IndexOf("on")], Is.EqualTo(12));
        Assert.That(widths[header.IndexOf("event")], Is.InRange(30, 59));
    }

    [TestCase("ar", "1")]
    [TestCase("fr", null)]
    public async Task In_Arabic_the_table_begins_at_the_right_edge(string language, string? rightToLeft)
    {
        var url = $"{Url}&format=xlsx&lang={language}";
        var views = new[] { await SheetXml(url, 1), await SheetXml(url, 2) }.Select(s =>
            (string?)s.Descendants().Single(e => e.Name.LocalName == "sheetView").Attribute("rightToLeft")
        );
        Assert.That(views, Is.EqualTo(new[] { rightToLeft, null }), "the second sheet is in English");
        Assert.That((await Sheets(url)).Data, Has.Count.EqualTo(1 + 190));
        using var archive = new ZipArchive(await Service.Client.GetStreamAsync(url));
        Assert.That(archive.Entries.Select(e => e.LastWriteTime.Year), Is.All.EqualTo(1980), "so that the same answer has the same bytes");
    }

    static async Task<XDocument> SheetXml(string url, int number)
    {
        using var archive = new ZipArchive(await Service.Client.GetStreamAsync(url));
        await using var sheet = archive.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open();
        return await XDocument.LoadAsync(sheet, LoadOptions.None, default);
    }

    [Test]
    public async Task Text_that_begins_like_a_formula_stays_text()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "events", "untoc.csv");
        var lines = File.ReadAllLines(file);
        var cells = lines[1].Split(',');
        cells[Array.IndexOf(lines[0].Split(','), "note")] = "=HYPERLINK(1)";
        lines[1] = string.Join(',', cells);
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
        using var host = new TestHost(scratch.DatabaseFile, seeds);
        using var client = host.CreateClient();

        using var response = await client.GetAsync("/v1/treaties/untoc/events?format=xlsx");
        await using var bytes = await response.Content.ReadAsStreamAsync();
        using var archive = new ZipArchive(bytes);
        await using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var xml = await XDocument.LoadAsync(sheet, LoadOptions.None, default);
        var cell = xml.Descendants().Single(e => e.Name.LocalName == "c" && e.Value == "=HYPERLINK(1)");
        Assert.That((string?)cell.Attribute("t"), Is.EqualTo("inlineStr"));
        Assert.That((string?)cell.Attribute("s"), Is.Not.Null, "the style of text, so that editing makes no formula of it");
    }

    [Test]
    public async Task The_same_answer_has_the_same_bytes_and_the_host_is_part_of_its_tag()
    {
        // No other test asks for this day, so that neither of the two answers is one that was kept.
        const string url = "/v1/treaties/untoc/parties?asOf=2017-06-29";
        using var one = await Service.Client.GetAsync($"{url}&format=xlsx");
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        using var other = await Service.Client.GetAsync($"{url}&format=xlsx&limit=500");
        using var again = await Service.Client.GetAsync($"{url}&format=xlsx");
        Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.EqualTo(await one.Content.ReadAsByteArrayAsync()));
        Assert.That(other.Headers.ETag, Is.Not.EqualTo(one.Headers.ETag));
        using var elsewhere = await Service.Client.Ask($"{url}&format=xlsx", ("Host", "elsewhere.example"));
        Assert.That(elsewhere.Headers.ETag, Is.Not.EqualTo(one.Headers.ETag));
    }

    [Test]
    public async Task Accept_asks_for_a_workbook_and_a_refusal_lists_it()
    {
        using var response = await Service.Client.Ask(Url, ("Accept", Workbook.MediaType));
        await OpenApi.Contract.MustHold(response);
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo(Workbook.MediaType));
        using var refused = await Service.Client.Ask(Url, ("Accept", "application/vnd.ms-excel"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain(Workbook.MediaType).And.Contain("excel, xlsx"));
    }

    [TestCase("/v1/treaties/XVIII-12/parties?asOf=2017-06-30&format=csv", "treaties-untoc-parties-2017-06-30.csv")]
    [TestCase("/v1/treaties/untoc/parties?asOf=2017-06-30&format=excel", "treaties-untoc-parties-2017-06-30.csv")]
    [TestCase("/v1/treaties/untoc/parties?asOf=2017-06-30&format=ndjson", "treaties-untoc-parties-2017-06-30.ndjson")]
    [TestCase("/v1/treaties/untoc/parties?asOf=2017-06-30&format=xlsx", "treaties-untoc-parties-2017-06-30.xlsx")]
    [TestCase("/v1/matrix?treaty=untoc&treaty=uncac&asOf=2017-06-30&format=csv", "matrix-untoc-uncac-2017-06-30.csv")]
    [TestCase("/v1/participations?state=JPN&state=KOR&asOf=2017-06-30&format=csv", "participations-JPN-KOR-2017-06-30.csv")]
    [TestCase("/v1/changes?from=2025-01-01&to=2025-12-31&format=xlsx", "changes-2025-01-01-2025-12-31.xlsx")]
    [TestCase("/v1/changes?from=2025-01-01&treaty=untoc&format=csv", "changes-untoc-2025-01-01-{today}.csv")]
    [TestCase("/v1/events?to=2016-12-31&format=ndjson", "events-2016-12-31.ndjson")]
    [TestCase("/v1/treaties/untoc/counts?asOf=2017-06-30&format=bibtex", "untoc-parties-2017-06-30.bib")]
    [TestCase("/v1/treaties/untoc/counts?asOf=2017-06-30&format=csl&count=signatories", "untoc-signatories-2017-06-30.json")]
    [TestCase("/v1/treaties/untoc?format=bibtex", "untoc.bib")]
    [TestCase("/v1/treaties/untoc?format=csl", "untoc.json")]
    [TestCase("/v1/treaties/untoc?format=json", null)]
    [TestCase("/v1/treaties/untoc/parties?asOf=2017-06-30", null)]
    public async Task A_table_or_citation_is_saved_under_treaty_and_day_or_period(string url, string? name)
    {
        using var response = await Service.Client.GetAsync(url);
        Assert.That(
            response.Content.Headers.ContentDisposition?.FileName,
            Is.EqualTo(name?.Replace("{today}", $"{DateTime.UtcNow:yyyy-MM-dd}", StringComparison.Ordinal))
        );
    }

    static async Task<(List<List<object?>> Data, List<List<object?>> About)> Sheets(string url)
    {
        using var response = await Service.Client.GetAsync(url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), url);
        await OpenApi.Contract.MustHold(response);
        using var bytes = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        using var reader = ExcelReaderFactory.CreateReader(bytes);
        var data = Rows(reader);
        Assert.That((reader.NextResult(), reader.Name), Is.EqualTo((true, "About")));
        return (data, Rows(reader));
    }

    static List<List<object?>> Rows(IExcelDataReader reader)
    {
        var rows = new List<List<object?>>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))]);
        return rows;
    }
}
