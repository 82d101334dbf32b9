using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

/// <summary>Events enter the register over HTTP.</summary>
public sealed class RecordEventsTests
{
    Recorder _recorder = null!;

    [SetUp]
    public void Start() => _recorder = new();

    [TearDown]
    public void Stop() => _recorder.Dispose();

    [Test]
    public async Task An_event_is_recorded_and_every_later_answer_has_it()
    {
        var before = await _recorder.Parties();
        using var response = await _recorder.Send(_recorder.Act());
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), answer.ToJsonString());
        await OpenApi.Contract.MustHold(response);
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/v1/events/untoc-COG-ratification-2026-10-05"));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(response.Headers.GetValues("X-Data-Version").Single(), Is.EqualTo((string?)answer["dataVersion"]));
        Assert.That(await _recorder.Client.DataVersion(), Is.EqualTo((string?)answer["dataVersion"]));

        var change = answer["counts"]!.AsArray().Single()!;
        Assert.That(
            ((string?)change["treaty"], (int)change["before"]!["parties"]!, (int)change["after"]!["parties"]!),
            Is.EqualTo(("untoc", before, before + 1))
        );
        Assert.That((string?)change["record"]!["completeThrough"], Is.Not.Null);
        Assert.That(await _recorder.Parties(), Is.EqualTo(before + 1));
        var recorded = await Service.Get(_recorder.Client, response.Headers.Location!.ToString());
        Assert.That(recorded["event"]!.ToJsonString(), Is.EqualTo(answer["events"]![0]!.ToJsonString()));
        Assert.That((string?)recorded["event"]!["recordedBy"], Is.EqualTo("Depositary desk"));
        Assert.That((string?)recorded["event"]!["recordedAt"], Is.EqualTo(Instant.Text(_recorder.Clock.Now)));
        var recording = await Service.Get(_recorder.Client, $"/v1/recordings/{answer["recording"]}");
        Assert.That(((string?)recording["recordedBy"], (int)recording["events"]!), Is.EqualTo(("Depositary desk", 1)));
        Assert.That(await _recorder.Client.GetStringAsync("/v1/treaties/untoc/events.atom"), Does.Contain("COG"));
        // What the file holds is what is served.
        Assert.That(Register.LoadExisting(_recorder.Database).Head, Is.EqualTo(_recorder.Current.Head));
    }

    [Test]
    public async Task What_is_recorded_is_told_to_webhooks_at_once()
    {
        using var recorder = new Recorder(("webhooks-private", "true"));
        await using var receiver = await Webhooks.Receiver.Open();
        Webhooks.Subscriptions.Add(recorder.Database, receiver.Url, recorder.Clock.Now);
        await recorder.Record(201, recorder.Act());
        await receiver.Accepts(1);
        Assert.That(receiver.Accepted[0].Event, Is.EqualTo("untoc-COG-ratification-2026-10-05"));
    }

    [Test]
    public async Task A_clock_far_behind_the_newest_recording_is_named_as_the_reason()
    {
        await _recorder.Record(201, _recorder.Act());
        _recorder.Clock.Now = _recorder.Clock.Now.AddDays(-2);
        var problem = await _recorder.Record(503, _recorder.Act("COG", "declaration"));
        Assert.That((string?)problem["detail"], Does.Contain("the clock of the service is more than a day behind the newest recording"));
    }

    [Test]
    public async Task An_imported_event_says_so()
    {
        var item = (await Service.Get(_recorder.Client, "/v1/events?limit=1"))["items"]![0]!;
        Assert.That((string?)item["recordedBy"], Is.EqualTo("import"));
        var table = await _recorder.Client.GetStringAsync("/v1/events?format=csv&limit=1");
        Assert.That(table.Split("\r\n")[0], Does.EndWith(",recordedBy"));
        Assert.That(table.Split("\r\n")[1], Does.EndWith(",import"));
    }

    [Test]
    public async Task The_same_act_again_is_the_one_that_exists()
    {
        var first = await _recorder.Record(201, _recorder.Act());
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        var again = await _recorder.Record(200, _recorder.Act());
        Assert.That(again["recording"], Is.Null);
        Assert.That(again["events"]!.ToJsonString(), Is.EqualTo(first["events"]!.ToJsonString()));
        Assert.That(again["existing"]!.AsArray().Select(e => (string?)e), Is.EqualTo(new[] { "untoc-COG-ratification-2026-10-05" }));
        Assert.That((string?)again["dataVersion"], Is.EqualTo((string?)first["dataVersion"]));
        // Written otherwise, and with a condition that held when it was recorded.
        var otherwise = _recorder
            .Act()
            .Replace("\"untoc\"", "\"xviii-12\"", StringComparison.Ordinal)
            .Replace("COG", "cg", StringComparison.Ordinal);
        await _recorder.Record(200, otherwise, headers: ("If-Match", "\"0000000000000000\""));
        Assert.That(_recorder.Current.Log.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_imported_act_exists_too()
    {
        var act = _recorder.Current.Facts.Events.First(e => e.Treaty == "untoc" && e.Participant == "PRK");
        var body = new JsonObject
        {
            ["treaty"] = act.Treaty,
            ["participant"] = act.Participant,
            ["kind"] = "accession",
            ["date"] = act.DatePeriod.ToString(),
            ["verification"] = TreatyTracker.Law.WireNames.WireName(act.Verification),
            ["sources"] = new JsonArray([.. act.Sources.Select(s => (JsonNode)s)]),
            ["note"] = act.Note,
        };
        var answer = await _recorder.Record(200, body.ToJsonString());
        Assert.That((string?)answer["existing"]![0], Is.EqualTo(act.Id));
    }

    [Test]
    public async Task A_list_is_recorded_in_one_recording_without_what_exists()
    {
        await _recorder.Record(201, _recorder.Act());
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        var accession = _recorder.Act("PNG", "accession");
        var list = $"[{accession},{_recorder.Act()},{_recorder.Act("TUV", "accession")},{accession}]";
        using var response = await _recorder.Send(list);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), answer.ToJsonString());
        await OpenApi.Contract.MustHold(response);
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/v1/recordings/3"));
        Assert.That(
            answer["events"]!.AsArray().Select(e => (string?)e!["participant"]),
            Is.EqualTo(new[] { "PNG", "COG", "TUV", "PNG" }),
            "in the order of the request"
        );
        Assert.That(
            answer["existing"]!.AsArray().Select(e => (string?)e),
            Is.EqualTo(new[] { "untoc-COG-ratification-2026-10-05", "untoc-PNG-accession-2026-10-05" })
        );
        Assert.That(_recorder.Current.Log.Newest!.Events, Is.EqualTo(2));
        await _recorder.Record(200, list);
    }

    [Test]
    public async Task A_list_of_a_thousand_is_recorded()
    {
        var answer = await _recorder.Record(201, $"[{string.Join(',', Enumerable.Repeat(_recorder.Act(), 1000))}]");
        Assert.That(answer["events"]!.AsArray(), Has.Count.EqualTo(1000));
        Assert.That(_recorder.Current.Log.Newest!.Events, Is.EqualTo(1));
    }

    [Test]
    public async Task A_list_is_recorded_whole_or_not_at_all()
    {
        var head = _recorder.Current.Head;
        var problem = await _recorder.Record(422, $"[{_recorder.Act()},{_recorder.Act("PRK", "accession", "2026-10-06")}]");
        Assert.That((string?)problem["findings"]![0]!["rule"], Is.EqualTo("double-consent"));
        Assert.That(_recorder.Current.Head, Is.EqualTo(head));
        Assert.That(Register.LoadExisting(_recorder.Database).Head, Is.EqualTo(head));
    }

    [Test]
    public async Task What_contradicts_the_record_is_refused_with_rule_article_and_remedy()
    {
        await _recorder.Record(201, _recorder.Act());
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        var problem = await _recorder.Record(422, _recorder.Act(date: "2026-10-06"));
        var finding = problem["findings"]![0]!;
        Assert.That((string?)problem["type"], Is.EqualTo("/problems/contradiction"));
        Assert.That((string?)problem["detail"], Does.Contain("double-consent").And.EndsWith("Nothing was recorded."));
        Assert.That(
            ((string?)finding["rule"], (string?)finding["severity"], (string?)finding["ground"]),
            Is.EqualTo(("double-consent", "error", "VCLT art. 11, 16"))
        );
        Assert.That((string?)finding["remedy"], Does.StartWith("Correct or remove one of the two consents"));
        var future = await _recorder.Record(422, _recorder.Act("PNG", "accession", "2027-01-01"));
        Assert.That((string?)future["findings"]![0]!["rule"], Is.EqualTo("date-in-future"));
    }

    [Test]
    public async Task The_same_act_with_another_remark_is_recorded_twice_and_refused()
    {
        await _recorder.Record(201, _recorder.Act());
        var problem = await _recorder.Record(422, _recorder.Act(more: ""","note":"other" """));
        Assert.That(problem["findings"]!.AsArray().Select(f => (string?)f!["rule"]), Has.Some.EqualTo("duplicate-event"));
    }

    [Test]
    public async Task Two_declarations_of_one_day_are_two_events()
    {
        await _recorder.Record(201, _recorder.Act("PRK", "declaration", more: ""","note":"first" """));
        var second = await _recorder.Record(201, _recorder.Act("PRK", "declaration", more: ""","note":"second" """));
        Assert.That((string?)second["events"]![0]!["id"], Is.EqualTo("untoc-PRK-declaration-2026-10-05-2"));
        await _recorder.Record(200, _recorder.Act("PRK", "declaration", more: ""","note":"first" """));
    }

    [Test]
    public async Task A_corrected_act_is_not_recorded_again_by_a_late_repetition()
    {
        await _recorder.Record(201, _recorder.Act("PRK", "declaration", more: ""","note":"first" """));
        await _recorder.Record(201, """{"note":"second"}""", "/v1/events/untoc-PRK-declaration-2026-10-05/corrections");
        var problem = await _recorder.Record(422, _recorder.Act("PRK", "declaration", more: ""","note":"first" """));
        Assert.That((string?)problem["findings"]![0]!["rule"], Is.EqualTo("corrected-event-counted"));
        await _recorder.Record(200, _recorder.Act("PRK", "declaration", more: ""","note":"second" """));
    }

    [Test]
    public async Task Faults_that_the_record_has_already_refuse_nothing()
    {
        // A count that nothing reproduces, imported as it is.
        var facts = _recorder.Current.Facts;
        Import.Run(
            _recorder.Database,
            facts with
            {
                Events = [.. _recorder.Current.KnownAt(null).Acts],
                PublishedCounts =
                [
                    .. facts.PublishedCounts,
                    new("untoc", new(2019, 3, 3), PublishedMetric.Parties, 7, _recorder.Source, null),
                ],
            },
            _recorder.Clock.Now
        );
        _recorder.Register.Refresh();
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        await _recorder.Record(201, _recorder.Act());
        // One more that comes before that day makes the figure no more wrong than it was.
        var problem = await _recorder.Record(422, _recorder.Act("PNG", "accession", "2003-05-01"));
        Assert.That(
            problem["findings"]!.AsArray().Select(f => $"{f!["rule"]} {f["day"]}"),
            Has.Some.StartsWith("published-count-mismatch").And.None.EqualTo("published-count-mismatch 2019-03-03")
        );
    }

    [Test]
    public async Task A_rule_is_overridden_by_a_reason_and_a_source_which_become_a_waiver()
    {
        await _recorder.Record(201, _recorder.Act());
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        var second = _recorder.Act(date: "2026-10-06");
        var acknowledged = _recorder.Act(
            date: "2026-10-06",
            more: $$""","acknowledge":[{"rule":"double-consent","reason":"Deposited twice","source":"{{_recorder.Source}}"}]"""
        );
        await _recorder.Record(422, second);
        var answer = await _recorder.Record(201, acknowledged);
        var waived = answer["findings"]!.AsArray().Single(f => (string?)f!["rule"] == "double-consent")!;
        Assert.That((string?)waived["waived"], Is.EqualTo("Deposited twice"));
        Assert.That(
            _recorder.Current.Facts.Waivers,
            Has.Some.EqualTo(
                new Waiver("double-consent", "untoc", "COG", null, new(2026, 10, 6), "Deposited twice", _recorder.Source, null)
            )
        );
        Assert.That(
            (bool)(await Service.Get(_recorder.Client, "/v1/consistency?treaty=untoc"))["valid"]!,
            Is.True,
            "the record still passes"
        );
        await _recorder.Record(200, acknowledged);
    }

    [Test]
    public async Task An_acknowledgement_of_another_rule_overrides_nothing_and_one_that_is_not_needed_leaves_nothing()
    {
        string Acknowledging(string rule) => $$""","acknowledge":[{"rule":"{{rule}}","reason":"r","source":"{{_recorder.Source}}"}]""";
        var waivers = _recorder.Current.Facts.Waivers.Count;
        await _recorder.Record(201, _recorder.Act(more: Acknowledging("double-consent")));
        Assert.That(_recorder.Current.Facts.Waivers, Has.Count.EqualTo(waivers));
        await _recorder.Record(422, _recorder.Act(date: "2026-10-06", more: Acknowledging("date-in-future")));
    }

    [TestCase("\"{0}\"", 201)]
    [TestCase("*", 201)]
    [TestCase("\"x\", \"{0}\"", 201)]
    [TestCase("\"x\"", 412)]
    [TestCase("W/\"{0}\"", 412)]
    [TestCase("{0}", 412)]
    public async Task If_Match_makes_it_conditional_on_the_data_version(string condition, int status)
    {
        var version = _recorder.Current.Version;
        var answer = await _recorder.Record(
            status,
            _recorder.Act(),
            headers: ("If-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, version))
        );
        if (status == 412)
            Assert.That((string?)answer["detail"], Does.Contain(version));
        Assert.That(_recorder.Current.Version == version, Is.EqualTo(status == 412));
    }

    [Test]
    public async Task A_register_that_cannot_be_written_to_is_a_problem_with_the_reason_and_reading_goes_on()
    {
        RegisterChanges.Sql(
            _recorder.Scratch.DatabaseFile,
            "CREATE TRIGGER not_now BEFORE INSERT ON treaty_event BEGIN SELECT RAISE(ABORT, 'not now'); END"
        );
        var problem = await _recorder.Record(503, _recorder.Act());
        Assert.That((string?)problem["detail"], Does.StartWith("Nothing was recorded: the register was altered"));
        Assert.That((string?)problem["detail"], Does.Not.Contain(_recorder.Scratch.Path));
        Assert.That(await _recorder.Parties(), Is.AtLeast(190));
    }

    [Test]
    [Category("Slow")]
    public async Task A_register_that_another_process_writes_to_for_long_is_a_problem_and_a_retry_succeeds()
    {
        using (var other = _recorder.Database.OpenWrite())
        using (other.BeginTransaction(deferred: false))
        {
            var problem = await _recorder.Record(503, _recorder.Act());
            Assert.That((string?)problem["detail"], Does.Contain("another process is writing to it"));
        }
        await _recorder.Record(201, _recorder.Act());
    }

    [Test]
    public async Task Many_clients_at_once_record_each_act_once()
    {
        var states = _recorder
            .Current.Facts.Participants.Where(p => p.Participant.Kind is TreatyTracker.Law.ParticipantKind.UnMember)
            .Select(p => p.Code)
            .Where(code => _recorder.Current.KnownAt(null).Acts.Any(a => a.Treaty == "untoc" && a.Participant == code))
            .Take(8)
            .ToList();
        // Each act is sent by two clients, and read back after its answer.
        var answers = await Task.WhenAll(
            states
                .SelectMany(s => new[] { s, s })
                .Select(async state =>
                {
                    using var response = await _recorder.Send(_recorder.Act(state, "declaration"));
                    using var read = await _recorder.Client.GetAsync($"/v1/events/untoc-{state}-declaration-2026-10-05");
                    return ((int)response.StatusCode, (int)read.StatusCode);
                })
        );
        Assert.That(answers.Select(a => a.Item2), Has.All.EqualTo(200));
        Assert.That(answers.Count(a => a.Item1 == 201), Is.EqualTo(8));
        Assert.That(answers.Count(a => a.Item1 == 200), Is.EqualTo(8));
        Assert.That(
            _recorder.Current.Facts.Events.Count(e => e.Id.EndsWith("-declaration-2026-10-05", StringComparison.Ordinal)),
            Is.EqualTo(8)
        );
        var read = Register.LoadExisting(_recorder.Database);
        Assert.That((read.Head, read.Log.All.Count), Is.EqualTo((_recorder.Current.Head, 9)));
    }
}
