namespace TreatyTracker.Law.Tests.Values;

public class StepFunctionTests
{
    static readonly StepFunction<int> Parties = new(
        0,
        [new(Iso.Day("2003-07-01"), 40), new(Iso.Day("2003-07-03"), 41), new(Iso.Day("2010-01-01"), 150)]
    );

    [TestCase("1900-01-01", 0)]
    [TestCase("2003-06-30", 0)]
    [TestCase("2003-07-01", 40, Description = "from the day of the step on")]
    [TestCase("2003-07-02", 40)]
    [TestCase("2003-07-03", 41)]
    [TestCase("2009-12-31", 41)]
    [TestCase("2010-01-01", 150)]
    [TestCase("2099-01-01", 150)]
    public void A_value_holds_until_the_next_step(string day, int value) => Assert.That(Parties.On(Iso.Day(day)), Is.EqualTo(value));

    [Test]
    public void A_function_without_steps_has_one_value() =>
        Assert.That(new StepFunction<int>(7, []).On(Iso.Day("2020-01-01")), Is.EqualTo(7));

    [Test]
    public void The_steps_are_those_given() =>
        Assert.That(
            Parties.Steps.Select(s => $"{Iso.Text(s.Key)} {s.Value}"),
            Is.EqualTo(new[] { "2003-07-01 40", "2003-07-03 41", "2010-01-01 150" })
        );
}
