using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

/// <summary>Bodies that are refused before anything is recorded: by size, form and values, with the name of what is wrong.</summary>
public sealed class EventBodiesTests
{
    Recorder _recorder = null!;

    [OneTimeSetUp]
    public void Start() => _recorder = new();

    [OneTimeTearDown]
    public void Stop() => _recorder.Dispose();

    [TearDown]
    public void NothingWasRecorded() => _recorder.MustHaveRecordedNothing();

    [TestCase("{}", "treaty", "The member is missing")]
    [TestCase("{}", "kind", "The member is missing")]
    [TestCase("{}", "participant", "The member is missing")]
    [TestCase("{}", "date", "The member is missing")]
    [TestCase("7", "body", "not an object")]
    [TestCase("[]", "body", "The list is empty")]
    [TestCase("[7]", "[0]", "not an object")]
    [TestCase("not json", "body", "not JSON")]
    [TestCase("""{"foo":1}""", "body", "Unknown member 'foo'. Supported: ")]
    [TestCase("""{"Treaty":"untoc"}""", "body", "Unknown member 'Treaty'. Did you mean treaty?")]
    [TestCase("""{"treaty":7}""", "treaty", "not a text")]
    [TestCase("""{"treaty":"\ud800"}""", "treaty", "not a text")]
    [TestCase("""{"treaty":"untok"}""", "treaty", "Did you mean untoc?")]
    [TestCase("""{"participant":"Japan","kind":"accession"}""", "participant", "Did you mean JPN (Japan)?")]
    [TestCase("""{"kind":"acession"}""", "kind", "Did you mean accession")]
    [TestCase("""{"kind":"correction"}""", "kind", "POST /v1/events/{id}/corrections")]
    [TestCase("""{"kind":"terminated","participant":"JPN"}""", "participant", "Leave the participant out")]
    [TestCase("""{"date":"2026-02-30"}""", "date", "'2026-02-30' is not a day or period from 1800-01-01 to 2999-12-31")]
    [TestCase("""{"date":"0001"}""", "date", "is not a day or period")]
    [TestCase("""{"date":"2015/2014"}""", "date", "is not a day or period")]
    [TestCase("""{"effectiveOn":"9999-12-31"}""", "effectiveOn", "is not a date")]
    [TestCase("""{"date":"2015","verification":"table"}""", "verification", "Use unverified")]
    [TestCase("""{"verification":"tabel"}""", "verification", "Did you mean table?")]
    [TestCase("""{"sources":"x"}""", "sources", "not a list")]
    [TestCase("""{"sources":[7]}""", "sources[0]", "not a text")]
    [TestCase("""{"sources":["nowhere-at-all"]}""", "sources[0]", "Unknown source 'nowhere-at-all'")]
    [TestCase("""{"note":""}""", "note", "empty")]
    [TestCase("""{"note":"a\u0000b"}""", "note", "the character U+0000")]
    [TestCase("""{"opposesEntryIntoForce":"yes"}""", "opposesEntryIntoForce", "not a Boolean")]
    [TestCase("""{"opposesEntryIntoForce":true,"kind":"accession"}""", "opposesEntryIntoForce", "Only an objection")]
    [TestCase("""{"treaty":"untoc","depositary":"Nobody"}""", "depositary", "'Nobody' is not one of")]
    [TestCase("""{"participant":"JPN","counterpart":"jp"}""", "counterpart", "the participant itself")]
    [TestCase("""{"acknowledge":[{"rule":"double-concent"}]}""", "acknowledge[0].rule", "Did you mean double-consent?")]
    [TestCase("""{"acknowledge":[{}]}""", "acknowledge[0].reason", "Say why")]
    [TestCase("""{"acknowledge":[{}]}""", "acknowledge[0].source", "missing")]
    [TestCase("""{"acknowledge":[7]}""", "acknowledge[0]", "not an object")]
    public async Task A_bad_body_is_refused_by_the_name_of_the_member(string body, string place, string message)
    {
        var problem = await _recorder.Record(400, body);
        Assert.That((string?)problem["errors"]?[place]?[0], Does.Contain(message), problem.ToJsonString());
        if (body.StartsWith('{'))
        {
            problem = await _recorder.Record(400, $"[{_recorder.Act()},{body}]");
            Assert.That(
                (string?)problem["errors"]?[place == "body" ? "[1]" : $"[1].{place}"]?[0],
                Does.Contain(message),
                problem.ToJsonString()
            );
        }
    }

    [Test]
    public async Task Only_the_first_wrong_members_are_named()
    {
        var problem = await _recorder.Record(400, $"[{string.Join(',', Enumerable.Repeat("{}", 1000))}]");
        Assert.That(problem["errors"]!.AsObject(), Has.Count.EqualTo(20));
    }

    [Test]
    public async Task A_body_and_an_event_have_a_largest_size_and_a_list_a_length()
    {
        var note = new string('x', 64 << 10);
        await _recorder.Record(413, _recorder.Act(more: $",\"note\":\"{note}\""));
        var problem = await _recorder.Record(413, $"[{_recorder.Act()},{_recorder.Act(more: $",\"note\":\"{note}\"")}]");
        Assert.That((string?)problem["detail"], Does.Contain("[1]"));
        await _recorder.Record(413, $"[{string.Join(',', Enumerable.Repeat(_recorder.Act(more: $",\"note\":\"{note[..60_000]}\""), 18))}]");
        problem = await _recorder.Record(400, $"[{string.Join(',', Enumerable.Repeat(_recorder.Act(), 1001))}]");
        Assert.That((string?)problem["errors"]!["body"]![0], Does.Contain("1001 events"));
    }

    [Test]
    public async Task Only_JSON_is_read_and_the_answer_is_JSON()
    {
        using (var content = new StringContent(_recorder.Act(), System.Text.Encoding.UTF8, "text/plain"))
        using (var response = await _recorder.Client.PostAsync("/v1/events", content))
            Assert.That((int)response.StatusCode, Is.EqualTo(415));
        await _recorder.Record(406, _recorder.Act(), headers: ("Accept", "text/csv"));
        await _recorder.Record(400, _recorder.Act(), "/v1/events?limit=1");
    }
}
