namespace TreatyTracker.Law.Tests.Values;

public class WireNamesTests
{
    [TestCase(EventKind.Signature, "signature")]
    [TestCase(EventKind.FormalConfirmation, "formal-confirmation")]
    [TestCase(EventKind.ProvisionalApplicationEnded, "provisional-application-ended")]
    [TestCase(EventKind.SuccessionToSignature, "succession-to-signature")]
    public void A_value_has_a_word(EventKind kind, string word)
    {
        Assert.That(kind.WireName(), Is.EqualTo(word));
        Assert.That(WireNames.Find<EventKind>(word), Is.EqualTo(kind));
    }

    [Test]
    public void A_word_is_found_for_every_value_in_the_order_of_declaration()
    {
        Assert.That(
            WireNames.All<ParticipantKind>(),
            Is.EqualTo(
                new[] { "un-member", "un-observer", "other-state", "regional-organization", "international-organization", "former-state" }
            )
        );
        Assert.That(WireNames.All<EventKind>().Select(w => WireNames.Find<EventKind>(w)!.Value), Is.EqualTo(Enum.GetValues<EventKind>()));
    }

    [Test]
    public void A_value_can_declare_its_word()
    {
        Assert.That(NamedCount.PartiesInForce.WireName(), Is.EqualTo("partiesInForce"));
        Assert.That(
            WireNames.All<NamedCount>(),
            Is.EqualTo(Enum.GetNames<NamedCount>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])),
            "each count has the name of its JSON member"
        );
        Assert.That(WireNames.Find<NamedCount>("partiesInForce"), Is.EqualTo(NamedCount.PartiesInForce));
        Assert.That(WireNames.Find<NamedCount>("parties-in-force"), Is.Null);
    }

    [TestCase(ParticipantKind.UnMember, "unMember")]
    [TestCase(ParticipantKind.RegionalOrganization, "regionalOrganization")]
    public void As_the_name_of_a_JSON_member_a_word_is_in_camel_case(ParticipantKind kind, string name) =>
        Assert.That(kind.MemberName(), Is.EqualTo(name));

    [TestCase("Signature", Description = "letter case matters")]
    [TestCase("denunciation")]
    [TestCase("")]
    [TestCase(null)]
    public void No_value_is_found_for_another_word(string? word) => Assert.That(WireNames.Find<EventKind>(word), Is.Null);

    enum Gapped
    {
        First,
        Third = 2,
    }

    [Test]
    public void An_enumeration_with_a_gap_has_no_words() =>
        Assert.That(
            () => Gapped.Third.WireName(),
            Throws
                .InnerException.TypeOf<InvalidOperationException>()
                .And.InnerException.Message.EqualTo("The values of Gapped are not 0, 1, 2 and so on.")
        );

    [Test]
    public void A_value_that_is_not_declared_has_no_word() =>
        Assert.That(() => ((EventKind)999).WireName(), Throws.TypeOf<IndexOutOfRangeException>());
}
