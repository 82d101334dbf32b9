using System.Text;
using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Subscriptions;

public sealed class EffectsCalendarTests
{
    [TestCase("/v1/calendar.ics")]
    [TestCase("/v1/treaties/untoc/calendar.ics")]
    [TestCase("/v1/states/CIV/calendar.ics")]
    public async Task Its_lines_are_those_of_RFC_5545(string url)
    {
        var text = await Service.Client.GetStringAsync(url);
        Assert.That(text, Does.StartWith("BEGIN:VCALENDAR\r\n").And.EndWith("END:VCALENDAR\r\n"));
        Assert.That(
            text.Replace("\r\n", "", StringComparison.Ordinal),
            Does.Not.Contain("\n").And.Not.Contain("\r"),
            "every line ends with CRLF"
        );
        Assert.That(text.Split("\r\n").Max(Encoding.UTF8.GetByteCount), Is.LessThanOrEqualTo(75), "octets, not signs");
    }

    [TestCase("/v1/calendar.ics", 500)]
    [TestCase("/v1/states/PRK/calendar.ics", null)]
    public async Task Every_entry_is_an_all_day_entry_with_a_stable_UID_and_an_address(string url, int? entries)
    {
        var calendar = await Read(Service.Client, url);
        if (entries is not null)
            Assert.That(calendar.Events, Has.Count.EqualTo(entries));
        Assert.That(calendar.Events, Is.Not.Empty);
        Assert.That(calendar.Events.Select(e => e.Uid), Is.Unique);
        foreach (var e in calendar.Events)
        {
            Assert.That(e.IsAllDay && !e.Start!.HasTime);
            Assert.That((e.Summary, e.Description), Is.Not.EqualTo(((string?)null, (string?)null)));
            Assert.That(e.Url!.ToString(), Does.StartWith("http://localhost/v1/treaties/"));
            Assert.That(
                e.DtStamp!.AsUtc,
                Is.AnyOf(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc)),
                "when it was recorded, not when it was asked for"
            );
            await Service.Get(e.Url!.PathAndQuery);
        }
    }

    [Test]
    public async Task A_State_s_days_are_those_of_its_participations()
    {
        var calendar = await Read(Service.Client, "/v1/states/BOL/calendar.ics");
        var expected = new List<string>();
        foreach (var row in await Service.Items("/v1/states/BOL/participations"))
        foreach (var consent in (await Service.Get($"/v1/treaties/{row!["treaty"]}/parties/BOL"))["consents"]!.AsArray())
        {
            expected.AddRange(consent!["inForce"]!.AsArray().Select(r => $"{r!["from"]} enters"));
            if (consent["until"] is { } until)
                expected.Add($"{until} is no longer bound");
        }
        Assert.That(
            calendar.Events.Select(e =>
                $"{Day(e)} {(e.Summary!.Contains("enters into force for", StringComparison.Ordinal) ? "enters" : "is no longer bound")}"
            ),
            Is.EquivalentTo(expected)
        );
        Assert.That(
            calendar.Events.Select(e => $"{Day(e)} {e.Summary}"),
            Does.Contain(
                    "2012-01-01 Plurinational State of Bolivia is no longer bound by the Single Convention on Narcotic Drugs, 1961, as "
                        + "amended by the Protocol amending the Single Convention on Narcotic Drugs, 1961"
                )
                .Or.Contain(
                    "2012-01-01 Bolivia (Plurinational State of) is no longer bound by the Single Convention on Narcotic Drugs, 1961, as "
                        + "amended by the Protocol amending the Single Convention on Narcotic Drugs, 1961"
                )
        );
    }

    [Test]
    public async Task The_calendar_of_a_treaty_begins_with_its_entry_into_force_and_shows_who_left()
    {
        var calendar = await Read(Service.Client, "/v1/treaties/rome-statute/calendar.ics");
        Assert.That(
            calendar.Events.Select(e => $"{Day(e)} {e.Summary}"),
            Does.Contain("2002-07-01 The Rome Statute of the International Criminal Court enters into force")
        );
        Assert.That(
            calendar
                .Events.Where(e => e.Summary!.Contains("no longer bound", StringComparison.Ordinal))
                .Select(e => $"{Day(e)} {e.Uid!.Split('-')[2]}"),
            Is.EqualTo(new[] { "2017-10-27 BDI", "2019-03-17 PHL", "2026-06-02 HUN" }),
            "revoked notices, those of Gambia and South Africa, take no effect"
        );
    }

    [Test]
    public async Task From_and_to_are_inclusive()
    {
        const string url = "/v1/treaties/rome-statute/calendar.ics";
        Assert.That(
            (await Read(Service.Client, url + "?from=2017-10-27&to=2017-10-27")).Events.Select(e => Day(e)),
            Is.EqualTo(new[] { "2017-10-27" })
        );
        Assert.That((await Read(Service.Client, url + "?from=2017-10-28&to=2017-10-28")).Events, Is.Empty);
    }

    [Test]
    public async Task A_corrected_entry_moves_and_keeps_its_UID()
    {
        using var register = new CorrectedRegister();
        async Task<CalendarEvent> Entry(string query) =>
            (await Read(register.Client, "/v1/states/PRK/calendar.ics" + query)).Events.Single(e =>
                e.Uid!.StartsWith("untoc-PRK", StringComparison.Ordinal)
            );
        var (before, after) = (await Entry("?knownAt=2026-11-29T00:00:00Z"), await Entry(""));
        Assert.That(after.Uid, Is.EqualTo(before.Uid));
        Assert.That((Day(before), Day(after)), Is.EqualTo(("2016-07-17", "2016-07-27")));
        Assert.That(after.DtStamp!.AsUtc, Is.EqualTo(CorrectedRegister.Later.UtcDateTime).And.GreaterThan(before.DtStamp!.AsUtc));
        Assert.That(
            (before.Sequence, after.Sequence),
            Is.EqualTo((0, 1)),
            "a program takes the day with the higher number for the one that holds (RFC 5545, 3.8.7.4)"
        );
        Assert.That(
            (before.LastModified!.AsUtc, after.LastModified!.AsUtc),
            Is.EqualTo((before.DtStamp.AsUtc, CorrectedRegister.Later.UtcDateTime))
        );
        Assert.That(
            (await Read(register.Client, "/v1/states/SOM/calendar.ics")).Events.Select(e => e.Uid),
            Has.None.StartsWith("untoc-SOM")
        );
    }

    [TestCase("/v1/calendar.ics?from=1850-01-01&to=1850-12-31")]
    [TestCase("/v1/treaties/rome-statute/calendar.ics?from=2017-10-28&to=2017-10-28&lang=zh")]
    [TestCase("/v1/states/PRK/calendar.ics?knownAt=2020-01-01T00:00:00Z")]
    public async Task An_empty_calendar_has_the_one_component_that_RFC_5545_requires_without_a_date(string url)
    {
        var text = await Service.Client.GetStringAsync(url);
        Assert.That(
            Regex.Matches(text, "^BEGIN:(\\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value),
            Is.EqualTo(new[] { "VCALENDAR", "VJOURNAL" })
        );
        Assert.That(text, Does.Not.Contain("DTSTART"));
        var note = Calendar.Load(text)!.Journals.Single();
        Assert.That(
            note.Summary,
            Is.EqualTo(url.EndsWith("zh", StringComparison.Ordinal) ? "此日历中没有生效事项" : "No entries in this calendar")
        );
        Assert.That((note.Uid, note.DtStamp), Is.Not.EqualTo(((string?)null, (Ical.Net.DataTypes.CalDateTime?)null)));
        Assert.That(await Service.Client.GetStringAsync(url), Is.EqualTo(text), "the same data, the same bytes");
    }

    [Test]
    public async Task The_calendar_states_how_often_to_refresh() =>
        Assert.That(
            await Service.Client.GetStringAsync("/v1/treaties/untoc/calendar.ics"),
            Does.Contain("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n").And.Contain("\r\nX-PUBLISHED-TTL:PT12H\r\n")
        );

    [TestCase(
        "en",
        "The United Nations Convention against Transnational Organized Crime enters into force for Democratic People's Republic of Korea",
        "Democratic People's Republic of Korea acceded to the United Nations Convention against Transnational Organized Crime on 17 June "
            + "2016. Under art. 38(2) of the treaty.",
        "Democratic People's Republic of Korea: treaties"
    )]
    [TestCase(
        "fr",
        "République populaire démocratique de Corée : entrée en vigueur, Convention des Nations Unies contre la criminalité "
            + "transnationale organisée",
        "République populaire démocratique de Corée : Adhésion, Convention des Nations Unies contre la criminalité transnationale "
            + "organisée, 2016-06-17. En vertu de l'art. 38(2) du traité.",
        "République populaire démocratique de Corée : traités"
    )]
    [TestCase(
        "zh",
        "朝鲜民主主义人民共和国：生效，联合国打击跨国有组织犯罪公约",
        "朝鲜民主主义人民共和国：加入，联合国打击跨国有组织犯罪公约，2016-06-17。依据条约art. 38(2)。",
        "朝鲜民主主义人民共和国：条约"
    )]
    public async Task It_is_in_the_requested_language(string language, string summary, string description, string name)
    {
        using var response = await Service.Client.GetAsync($"/v1/states/PRK/calendar.ics?from=2016-07-17&to=2016-07-17&lang={language}");
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { language }));
        var calendar = Calendar.Load(await response.Content.ReadAsStringAsync())!;
        var day = calendar.Events.Single();
        Assert.That(
            (day.Summary, day.Description, (string?)calendar.Properties["X-WR-CALNAME"]!.Value),
            Is.EqualTo((summary, description, name))
        );
    }

    static string Day(CalendarEvent e) => e.Start!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static async Task<Calendar> Read(HttpClient client, string url) => Calendar.Load(await client.GetStringAsync(url))!;
}
