using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

/// <summary>Corrections that are refused for their body before anything is recorded, with the name of what is wrong.</summary>
public sealed class CorrectionBodiesTests
{
    Recorder _recorder = null!;
    string? _head;

    [OneTimeSetUp]
    public async Task Start()
    {
        _recorder = new();
        await _recorder.Record(201, _recorder.Act(more: ""","note":"as deposited" """));
        _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);
        _head = _recorder.Current.Head;
    }

    [OneTimeTearDown]
    public void Stop() => _recorder.Dispose();

    [TearDown]
    public void NothingWasRecorded() => Assert.That(_recorder.Current.Head, Is.EqualTo(_head));

    [TestCase("{}", "body", "no members")]
    [TestCase("[]", "body", "not an object")]
    [TestCase("""{"treaty":"uncac"}""", "body", "Unknown member 'treaty'")]
    [TestCase("""{"retract":true,"date":"2026-10-06"}""", "date", "A retraction has no values")]
    [TestCase("""{"retract":"yes"}""", "retract", "not a Boolean")]
    [TestCase("""{"date":"2026-13-01"}""", "date", "is not a day or period")]
    [TestCase("""{"date":null}""", "date", "missing")]
    [TestCase("""{"kind":null}""", "kind", "missing")]
    [TestCase("""{"participant":"Kongo"}""", "participant", "Did you mean")]
    public async Task A_bad_body_is_refused_by_the_name_of_the_member(string body, string place, string message)
    {
        var problem = await _recorder.Record(400, body, CorrectEventTests.Address);
        Assert.That((string?)problem["errors"]?[place]?[0], Does.Contain(message), problem.ToJsonString());
    }
}
