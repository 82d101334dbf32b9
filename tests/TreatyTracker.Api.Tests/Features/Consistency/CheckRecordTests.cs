using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Cases;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Consistency;

/// <summary>The dry run: what recording would lead to, without a key, and without a trace.</summary>
public sealed class CheckRecordTests
{
    const string Address = "/v1/consistency/check";

    Recorder _recorder = null!;

    [OneTimeSetUp]
    public void Start() => _recorder = new();

    [OneTimeTearDown]
    public void Stop() => _recorder.Dispose();

    [TearDown]
    public void NothingWasRecorded() => _recorder.MustHaveRecordedNothing();

    [Test]
    public async Task Events_that_fit_give_the_counts_that_they_would_lead_to()
    {
        var before = await _recorder.Parties();
        var answer = await Check(200, $$"""{"events":[{{_recorder.Act()}},{{_recorder.Act("PNG", "accession")}}]}""");
        Assert.That((bool)answer["valid"]!, Is.True);
        var change = answer["counts"]!.AsArray().Single(c => (string?)c!["treaty"] == "untoc")!;
        Assert.That(((int)change["before"]!["parties"]!, (int)change["after"]!["parties"]!), Is.EqualTo((before, before + 2)));
        Assert.That(await _recorder.Parties(), Is.EqualTo(before));
    }

    [Test]
    public async Task Events_that_contradict_the_record_are_found_as_recording_would_find_them()
    {
        var act = _recorder.Act("PRK", "accession", "2026-10-06");
        var answer = await Check(200, $$"""{"events":{{act}}}""");
        var problem = await _recorder.Record(422, act);
        Assert.That((bool)answer["valid"]!, Is.False);
        Assert.That(answer["findings"]!.ToJsonString(), Is.EqualTo(problem["findings"]!.ToJsonString()));
    }

    [Test]
    public async Task Events_that_exist_are_named()
    {
        var act = _recorder.Current.Facts.Events.First(e => e.Treaty == "untoc" && e.Participant == "PRK" && e.Note is null);
        var body = new JsonObject
        {
            ["treaty"] = act.Treaty,
            ["participant"] = act.Participant,
            ["kind"] = TreatyTracker.Law.WireNames.WireName(act.Kind),
            ["date"] = act.DatePeriod.ToString(),
            ["verification"] = TreatyTracker.Law.WireNames.WireName(act.Verification),
            ["sources"] = new JsonArray([.. act.Sources.Select(s => (JsonNode)s)]),
        };
        var answer = await Check(200, $$"""{"events":[{{body.ToJsonString()}}]}""");
        Assert.That((string?)answer["existing"]!.AsArray().Single(), Is.EqualTo(act.Id));
        Assert.That(answer["findings"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_whole_set_of_seeds_is_checked_with_file_and_line()
    {
        var seeds = Seeds();
        var answer = await Check(200, new JsonObject { ["seeds"] = seeds.DeepClone() }.ToJsonString());
        Assert.That((bool)answer["valid"]!, Is.True, answer["findings"]!.ToJsonString());
        var treaty = (string)answer["counts"]![0]!["treaty"]!;
        Assert.That(answer["counts"]![0]!["before"], Is.Null, "the register does not have the treaty");
        Assert.That((int)answer["counts"]![0]!["after"]!["parties"]!, Is.AtLeast(1));
        var rows = (string)seeds[$"events/{treaty}.csv"]!;
        seeds[$"events/{treaty}.csv"] = rows + rows.Split('\n')[1] + "\n";
        answer = await Check(200, new JsonObject { ["seeds"] = seeds.DeepClone() }.ToJsonString());
        Assert.That((bool)answer["valid"]!, Is.False);
        Assert.That(
            answer["findings"]!.AsArray().Select(f => $"{f!["rule"]} {f["where"]?["file"]}"),
            Has.Some.EqualTo($"duplicate-event events/{treaty}.csv")
        );
    }

    [TestCase("[]", "body", "not an object with")]
    [TestCase("{}", "body", "not an object with")]
    [TestCase("""{"event":[]}""", "body", "not an object with")]
    [TestCase("""{"events":[]}""", "events", "The list is empty")]
    [TestCase("""{"events":[{}]}""", "events[0].treaty", "The member is missing")]
    [TestCase("""{"events":{"treaty":7}}""", "events.treaty", "not a text")]
    [TestCase("""{"seeds":[]}""", "seeds", "not an object")]
    [TestCase("""{"seeds":{"../x.csv":""}}""", "seeds", "'../x.csv' is not a file of seeds")]
    [TestCase("""{"seeds":{"/etc/passwd":""}}""", "seeds", "is not a file of seeds")]
    [TestCase("""{"seeds":{"events/../../x.csv":""}}""", "seeds", "is not a file of seeds")]
    [TestCase("""{"seeds":{"sources.csv":7}}""", "seeds.sources.csv", "not a text")]
    [TestCase("""{"seeds":{}}""", "seeds.sources.csv", "Line 1")]
    public async Task A_bad_body_is_refused_by_its_place(string body, string place, string message)
    {
        var problem = await Check(400, body);
        Assert.That((string?)problem["errors"]?[place]?[0], Does.Contain(message), problem.ToJsonString());
    }

    [Test]
    public async Task The_number_of_dry_runs_is_limited_and_reading_goes_on()
    {
        using var recorder = new Recorder(("dry-run-limit", "2"));
        for (var i = 0; i < 3; i++)
            using (var response = await recorder.Send("{}", i == 1 ? "/V1/Consistency/Check/" : Address, null))
                Assert.That((int)response.StatusCode, Is.EqualTo(i < 2 ? 400 : 429));
        using (var refused = await recorder.Send("{}", Address, null))
        {
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Rate limit exceeded: 2 dry runs per minute."));
            Assert.That(refused.Headers.RetryAfter, Is.Not.Null);
            await OpenApi.Contract.MustHold(refused);
        }
        await recorder.Record(400, "{}");
        await recorder.Parties();
    }

    async Task<JsonNode> Check(int status, string body)
    {
        using var response = await _recorder.Send(body, Address, null);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), text);
        await OpenApi.Contract.MustHold(response);
        return JsonNode.Parse(text)!;
    }

    JsonObject Seeds()
    {
        using var scratch = new Scratch();
        var directory = MadeUpSeeds.Write(
            scratch,
            "",
            (
                "made-up-2000",
                MadeUpSeeds.Treaty("made-up-2000", "MADE-1", "2000-01-01", """{ "article": "art. 1", "instruments": 1, "delay": {} }"""),
                $"FRA,ratification,2001-01-01,,{_recorder.Source},table,,\n"
            )
        );
        return new(
            Directory
                .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Select(f => KeyValuePair.Create(Path.GetRelativePath(directory, f), File.ReadAllText(f)))
                .Where(f => Path.GetExtension(f.Key) is ".csv" or ".json")
                .Where(f =>
                    !f.Key.StartsWith("decisions", StringComparison.Ordinal) && !f.Key.StartsWith("lists", StringComparison.Ordinal)
                )
                .Select(f => KeyValuePair.Create(f.Key.Replace('\\', '/'), (JsonNode?)f.Value))
        );
    }
}
