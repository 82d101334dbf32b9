namespace TreatyTracker.Law.Tests.NamedCounts;

/// <summary>What stands beside the count and never changes it, and what counts once.</summary>
public class AroundTheCountTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .WithdrawalTakes("12 months")
        .Where(
            """
            2000-12-14 GBR signature
            2006-02-09 GBR ratification
            """
        );

    [TestCase("provisional-application-ended")]
    [TestCase("signature-withdrawn", Description = "VCLT 18(a)")]
    [TestCase("suspension", Description = "VCLT 57")]
    [TestCase("suspension-ended")]
    [TestCase("reservation")]
    [TestCase("reservation-withdrawn")]
    [TestCase("objection")]
    [TestCase("objection-withdrawn")]
    [TestCase("declaration")]
    [TestCase("territorial-extension", Description = "Hong Kong, the Isle of Man")]
    [TestCase("territorial-exclusion", Description = "Tokelau, Greenland")]
    [TestCase("correction")]
    public void An_act_beside_the_count_never_changes_it(string kind)
    {
        var history = Untoc.Instrument;
        var acts = EventText.Read("untoc", $"2010-01-01 GBR {kind}\n2010-01-01 NZL {kind}");
        var status = TreatyStatus.Of(history, [.. Untoc.Events, .. acts], TestParticipants.Participants, parent: null);

        Assert.That(status.CountsOn("2010-01-01").Text(), Is.EqualTo(Untoc.Status().CountsOn("2010-01-01").Text()));
        Assert.That(status.Timeline.Steps.Count(), Is.EqualTo(Untoc.Status().Timeline.Steps.Count()));
        status.HasStandings("NZL", "2010-01-01 none");
        Assert.That(status.Of("NZL")!.Events, Has.Count.EqualTo(1));
    }

    [TestCase("ratification")]
    [TestCase("acceptance")]
    [TestCase("approval")]
    [TestCase("accession")]
    [TestCase("succession")]
    [TestCase("formal-confirmation")]
    [TestCase("participation")]
    public void Every_consent_makes_a_party_without_a_signature(string kind)
    {
        var counts = Untoc.Where($"2010-01-01 NZL {kind}").Status().CountsOn("2010-01-01");

        Assert.That((counts.Parties, counts.PartiesInForce, counts.Signatories), Is.EqualTo((2, 2, 1)));
    }

    [Test]
    public void A_definitive_signature_is_both_signature_and_consent()
    {
        var counts = Untoc.Where("2010-01-01 NZL definitive-signature").Status().CountsOn("2010-01-01");

        Assert.That((counts.Parties, counts.Signatories, counts.SignatoriesNotBound), Is.EqualTo((2, 2, 0)));
        Assert.That(StatusText.Text(counts.Breakdown.ByConsent), Is.EqualTo("1 DefinitiveSignature + 1 Ratification"));
    }

    [Test]
    public void Signing_twice_makes_one_signatory_from_the_first_day()
    {
        var status = Untoc.Where("2001-05-01 GBR signature").Status();

        Assert.That(Iso.Text(status.Of("GBR")!.Signature!.Date), Is.EqualTo("2000-12-14"));
        Assert.That(status.CountsOn("2001-05-01").Signatories, Is.EqualTo(1));
        Assert.That(
            (status.Of("GBR")!.HasSigned(Iso.Day("2000-12-13")), status.Of("GBR")!.HasSigned(Iso.Day("2000-12-14"))),
            Is.EqualTo((false, true))
        );
    }

    [Test]
    public void Consenting_twice_without_leaving_makes_one_party_by_the_first_consent()
    {
        var status = Untoc.Where("2010-01-01 GBR accession").Status();

        Assert.That(StatusText.Text(status.CountsOn("2010-01-01").Breakdown.ByConsent), Is.EqualTo("1 Ratification"));
        Assert.That(status.Of("GBR")!.Consents, Has.Count.EqualTo(1));
    }

    [TestCase("a", "b")]
    [TestCase("b", "a")]
    public void Of_two_deposits_of_one_day_the_first_by_id_is_the_consent(string first, string second) =>
        Assert.That(
            Untoc
                .Where($"2010-01-01 NZL accession at London id {first}\n2010-01-01 NZL accession at Moscow id {second}")
                .Status()
                .Of("NZL")!
                .Consents.Single()
                .Consent.Id,
            Is.EqualTo("a")
        );

    [Test]
    public void A_participant_that_never_signed_is_no_signatory() =>
        Assert.That(Untoc.Where("2010-01-01 NZL accession").Status().Of("NZL")!.HasSigned(Iso.Day("2020-01-01")), Is.False);

    [Test]
    public void An_accession_before_the_treaty_is_in_force_is_ordinary() =>
        Scenario
            .Treaty("untoc")
            .PublishedAsInForceOn("2003-09-29")
            .Where("2001-01-01 NZL accession")
            .Status()
            .HasStandings(
                "NZL",
                """
                2001-01-01 contracting
                2003-09-29 party-in-force
                """
            );
}
