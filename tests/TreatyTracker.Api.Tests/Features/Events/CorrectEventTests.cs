using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

/// <summary>Events are corrected and retracted over HTTP, and what was answered before can be asked for again.</summary>
public sealed class CorrectEventTests
{
    const string Id = "untoc-COG-ratification-2026-10-05";

    /// <summary>Where the event that these tests record is corrected.</summary>
    public const string Address = $"/v1/events/{Id}/corrections";

    Recorder _recorder = null!;

    [SetUp]
    public async Task Start()
    {
        _recorder = new();
        await _recorder.Record(201, _recorder.Act(more: ""","note":"as deposited" """));
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
    }

    [TearDown]
    public void Stop() => _recorder.Dispose();

    [Test]
    public async Task The_members_that_are_given_replace_those_of_the_event_and_null_removes_one()
    {
        using var response = await _recorder.Send("""{"date":"2026-10-06","note":null}""", Address);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That((int)response.StatusCode, Is.EqualTo(201), answer.ToJsonString());
        await OpenApi.Contract.MustHold(response);
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo($"/v1/events/{Id}-correction"));
        var correction = answer["events"]![0]!;
        Assert.That(
            ((string?)correction["corrects"], (string?)correction["correctedKind"], (string?)correction["date"], correction["note"]),
            Is.EqualTo((Id, "ratification", "2026-10-06", (JsonNode?)null))
        );
        Assert.That((string?)correction["verification"], Is.EqualTo("table"), "what is not given stays");
        var act = _recorder.Current.KnownAt(null).Acts.Single(a => a.Id == Id);
        Assert.That((act.Date, act.Note, act.Sources.Count), Is.EqualTo((new DateOnly(2026, 10, 6), (string?)null, 1)));
        var whole = await Service.Get(_recorder.Client, $"/v1/events/{Id}");
        Assert.That((string?)whole["event"]!["date"], Is.EqualTo("2026-10-05"), "an event stays as it was recorded");
        Assert.That(whole["corrections"]!.AsArray(), Has.Count.EqualTo(1));
        // Again: nothing to record.
        var again = await _recorder.Record(200, """{"date":"2026-10-06"}""", Address);
        Assert.That((string?)again["existing"]![0], Is.EqualTo($"{Id}-correction"));
    }

    [Test]
    public async Task A_retraction_gives_the_old_count_and_the_old_answer_stays_available()
    {
        var with = await _recorder.Parties();
        var then = Uri.EscapeDataString(Instant.Text(_recorder.Current.LastRecordedAt!.Value));
        var body = $"/v1/treaties/untoc/counts?asOf=2026-11-01&knownAt={then}";
        var before = await _recorder.Client.GetStringAsync(body);
        var answer = await _recorder.Record(201, """{"retract":true,"note":"deposited with another treaty"}""", Address);
        Assert.That(answer["events"]![0]!["correctedKind"], Is.Null);
        Assert.That((string?)answer["events"]![0]!["note"], Is.EqualTo("deposited with another treaty"));
        Assert.That(
            ((int)answer["counts"]![0]!["before"]!["parties"]!, (int)answer["counts"]![0]!["after"]!["parties"]!),
            Is.EqualTo((with, with - 1))
        );
        Assert.That(await _recorder.Parties(), Is.EqualTo(with - 1));
        Assert.That(await _recorder.Parties($"?knownAt={then}"), Is.EqualTo(with));
        Assert.That(await _recorder.Client.GetStringAsync(body), Is.EqualTo(before));
        await _recorder.Record(200, """{"retract":true}""", Address);
        // What was retracted in error comes back with its values.
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        await _recorder.Record(201, """{"kind":"ratification"}""", Address);
        Assert.That(await _recorder.Parties(), Is.EqualTo(with));
        Assert.That(_recorder.Current.KnownAt(null).Acts.Single(a => a.Id == Id).Note, Is.EqualTo("as deposited"));
    }

    [Test]
    public async Task Only_events_are_corrected_by_any_case_of_their_id()
    {
        var problem = await _recorder.Record(404, """{"note":"x"}""", "/v1/events/untoc-COG-ratification-2026-10-15/corrections");
        Assert.That((string?)problem["detail"], Does.Contain($"Did you mean {Id}"));
        await _recorder.Record(201, """{"note":"x"}""", Address.ToLowerInvariant());
        problem = await _recorder.Record(400, """{"note":"y"}""", $"/v1/events/{Id}-correction/corrections");
        Assert.That((string?)problem["errors"]!["id"]![0], Does.Contain($"POST {Address}"));
    }

    [Test]
    public async Task A_correction_that_contradicts_the_record_is_refused_unless_a_rule_is_overridden()
    {
        const string Prk = "/v1/events/untoc-PRK-accession-2016-06-17/corrections";
        var problem = await _recorder.Record(422, """{"date":"2099-01-01"}""", Prk);
        Assert.That(problem["findings"]!.AsArray().Select(f => (string?)f!["rule"]), Has.Some.EqualTo("date-in-future"));
        var rules = problem["findings"]!
            .AsArray()
            .Where(f => (string?)f!["severity"] == "error")
            .Select(f => $$"""{"rule":"{{f!["rule"]}}","reason":"for a test","source":"{{_recorder.Source}}"}""")
            .Distinct();
        await _recorder.Record(201, $$"""{"date":"2099-01-01","acknowledge":[{{string.Join(',', rules)}}]}""", Prk);
        Assert.That(_recorder.Current.Facts.Waivers.Count(w => w.Reason == "for a test"), Is.AtLeast(1));
        Assert.That((bool)(await Service.Get(_recorder.Client, "/v1/consistency?treaty=untoc"))["valid"]!, Is.True);
    }

    [Test]
    public async Task It_is_conditional_too() => await _recorder.Record(412, """{"retract":true}""", Address, ("If-Match", "\"0\""));
}
