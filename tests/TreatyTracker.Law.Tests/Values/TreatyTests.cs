namespace TreatyTracker.Law.Tests.Values;

public class TreatyTests
{
    [TestCase(TreatyKind.Convention, null, false)]
    [TestCase(TreatyKind.Agreement, null, false)]
    [TestCase(TreatyKind.Protocol, null, true)]
    [TestCase(TreatyKind.Amendment, null, true)]
    [TestCase(TreatyKind.Agreement, "parent", true)]
    public void A_treaty_belongs_to_another_by_its_parent_or_by_its_kind(TreatyKind kind, string? parent, bool belongs)
    {
        var treaty = Scenario.Treaty("t").Instrument with { Kind = kind, Parent = parent };
        Assert.That(treaty.BelongsToAnother, Is.EqualTo(belongs));
    }
}
