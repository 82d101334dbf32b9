namespace TreatyTracker.Law.Tests.Events;

/// <summary>The register's second clock: what it held to be true at an instant.</summary>
public class CorrectionTests
{
    const string Act = "2004-09-21 BDI ratification id act recorded 2020-01-01\n";
    const string Superseded =
        Act
        + "2004-09-23 BDI accession id act2 recorded 2020-01-01\n"
        + "2004-09-22 BDI correction id fix corrects act as acceptance recorded 2021-01-01\n";
    const string Retracted = Act + "2004-09-21 BDI correction id gone corrects act recorded 2021-01-01\n";

    [TestCase(Act, "2019-12-31", "nothing")]
    [TestCase(Act, "2020-01-01", "ratification 2004-09-21", Description = "inclusive")]
    [TestCase(Superseded, "2020-12-31", "ratification 2004-09-21")]
    [TestCase(Superseded, "2021-01-01", "acceptance 2004-09-22")]
    [TestCase(Retracted, "2020-12-31", "ratification 2004-09-21")]
    [TestCase(Retracted, "2021-01-01", "nothing")]
    [TestCase(
        Superseded + "2004-09-24 BDI correction id fix2 corrects act as approval recorded 2022-01-01",
        "2022-01-01",
        "approval 2004-09-24",
        Description = "the newest stands"
    )]
    [TestCase(
        Superseded + "2004-09-24 BDI correction id fix2 corrects act as approval recorded 2021-01-01",
        "2022-01-01",
        "approval 2004-09-24",
        Description = "of one instant, the last by id"
    )]
    [TestCase(
        Superseded + "2004-09-24 BDI correction id fix2 corrects act recorded 2022-01-01",
        "2022-01-01",
        "nothing",
        Description = "corrected, then retracted"
    )]
    [TestCase(
        Retracted + "2004-09-24 BDI correction id fix2 corrects act as approval recorded 2022-01-01",
        "2022-01-01",
        "approval 2004-09-24",
        Description = "retracted, then put right"
    )]
    [TestCase(
        Superseded + "2004-09-25 BDI correction id fix2 corrects fix as approval recorded 2022-01-01",
        "2022-01-01",
        "approval 2004-09-25",
        Description = "a correction of the correction"
    )]
    [TestCase(
        Superseded + "2004-09-25 BDI correction id fix2 corrects fix as approval recorded 2022-01-01",
        "2021-12-31",
        "acceptance 2004-09-22"
    )]
    [TestCase(Superseded + "2004-09-25 BDI correction id gone corrects fix recorded 2022-01-01", "2021-12-31", "acceptance 2004-09-22")]
    [TestCase(
        Superseded + "2004-09-25 BDI correction id gone corrects fix recorded 2022-01-01",
        "2022-01-01",
        "ratification 2004-09-21",
        Description = "a retraction of the correction"
    )]
    [TestCase(
        Retracted + "2004-09-25 BDI correction id back corrects gone recorded 2022-01-01",
        "2022-01-01",
        "ratification 2004-09-21",
        Description = "a retraction of the retraction"
    )]
    [TestCase(
        Retracted + "2004-09-25 BDI correction id put corrects gone as approval recorded 2022-01-01",
        "2022-01-01",
        "approval 2004-09-25",
        Description = "the retraction put right"
    )]
    [TestCase(
        Superseded
            + "2004-09-24 BDI correction id fix2 corrects act as approval recorded 2022-01-01\n"
            + "2004-09-24 BDI correction id gone corrects fix2 recorded 2023-01-01",
        "2023-01-01",
        "acceptance 2004-09-22",
        Description = "the newest retracted: the older one stands"
    )]
    [TestCase(
        Superseded
            + "2004-09-25 BDI correction id gone corrects fix recorded 2022-01-01\n"
            + "2004-09-25 BDI correction id back corrects gone recorded 2023-01-01",
        "2023-01-01",
        "acceptance 2004-09-22",
        Description = "the correction's retraction retracted"
    )]
    [TestCase(
        Superseded
            + "2004-09-25 BDI correction id gone corrects fix recorded 2022-01-01\n"
            + "2004-09-26 BDI correction id fix2 corrects fix as approval recorded 2023-01-01\n"
            + "2004-09-26 BDI correction id gone2 corrects fix2 recorded 2024-01-01",
        "2024-01-01",
        "ratification 2004-09-21",
        Description = "put right after its retraction, and that retracted"
    )]
    public void The_register_answers_as_it_knew(string recorded, string knownAt, string expected)
    {
        var known = History.KnownAt(EventText.Read("rome-statute", recorded), Iso.Instant(knownAt)).Where(a => a.Id is "act").ToList();

        Assert.That(known.Select(a => $"{a.Kind.WireName()} {Iso.Text(a.Date)}").SingleOrDefault("nothing"), Is.EqualTo(expected));
    }

    [Test]
    public void A_correction_of_the_last_second_is_known_at_its_instant_and_not_before()
    {
        var acts = EventText.Read("rome-statute", Retracted).ToList();
        var instant = Iso.Instant("2021-01-01");

        Assert.That(History.KnownAt(acts, instant.AddTicks(-1)), Is.Not.Empty);
        Assert.That(History.KnownAt(acts, instant), Is.Empty);
    }

    [Test]
    public void Corrections_themselves_are_no_acts() =>
        Assert.That(
            History.KnownAt(EventText.Read("rome-statute", Superseded), Iso.Instant("2099-01-01")).Select(a => a.Id),
            Is.EquivalentTo(new[] { "act", "act2" })
        );

    [Test]
    public void A_correction_that_was_recorded_of_an_act_yet_unknown_waits_for_it() =>
        Assert.That(
            History.KnownAt(
                EventText.Read("rome-statute", "2004-09-22 BDI correction corrects act as acceptance recorded 2019-01-01\n" + Act),
                Iso.Instant("2019-06-01")
            ),
            Is.Empty
        );

    [Test]
    public void A_correction_carries_every_value_and_the_act_keeps_its_id_and_instant()
    {
        var act = EventText.Read("rome-statute", "2004-09-21 BDI ratification id act recorded 2020-01-01").Single();
        var correction = EventText
            .Read("rome-statute", "2004-09-22 BOL correction id fix corrects act as acceptance effect 2004-12-01 recorded 2021-01-01")
            .Single() with
        {
            Verification = Verification.Corroborated,
            Sources = ["cn-2004"],
            Note = "the notification gives the 22nd",
        };

        Assert.That(
            History.KnownAt([correction, act], Iso.Instant("2021-01-01")).Single(),
            Is.EqualTo(
                act with
                {
                    Participant = "BOL",
                    Kind = EventKind.Acceptance,
                    Date = Iso.Day("2004-09-22"),
                    EffectiveOn = Iso.Day("2004-12-01"),
                    Verification = Verification.Corroborated,
                    Sources = ["cn-2004"],
                    Note = "the notification gives the 22nd",
                }
            )
        );
    }

    [Test]
    public void A_status_follows_what_was_known()
    {
        var rome = Scenario.Treaty("rome-statute").PublishedAsInForceOn("2002-07-01").Where(Retracted);

        Assert.That(rome.StatusKnownAt("2020-12-31").CountsOn("2010-01-01").Parties, Is.EqualTo(1));
        Assert.That(rome.StatusKnownAt("2021-01-01").CountsOn("2010-01-01").Parties, Is.Zero);
    }
}
