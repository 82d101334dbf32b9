namespace TreatyTracker.Law.Tests.Standings;

/// <summary>Whether a treaty is in force between two participants.</summary>
public class RelationTests
{
    static readonly Scenario Any = Scenario.Treaty("treaty").PublishedAsInForceOn("1990-01-01").WithdrawalTakes("12 months");

    static readonly Scenario Apostille = Any.Accession(new() { Article = "art. 12", ObjectionWithin = Iso.Delay("6 months") });

    static readonly Scenario Abduction = Any.Accession(new() { Article = "art. 38", RequiresAcceptance = true });

    const string Both = "2000-01-01 AUT ratification\n2001-01-01 BEL accession\n";

    static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("since the later of both", Any, Both, "2005-01-01", "2001-01-01..none InForceBetween");
        yield return Case("not before either", Any, Both, "2000-06-01", "not: NotInForceForOne");
        yield return Case(
            "nor on the day of entry into force, for who joins later",
            Any,
            Both,
            "1990-01-01",
            "not: NotInForceForOne NotInForceForOne"
        );
        yield return Case(
            "until the earlier end",
            Any,
            Both + "2010-01-01 AUT withdrawal",
            "2005-01-01",
            "2001-01-01..2011-01-01 InForceBetween"
        );
        yield return Case("not after it", Any, Both + "2010-01-01 AUT withdrawal", "2011-01-01", "not: NoLongerInForceForOne");
        yield return Case(
            "suspended for one",
            Any,
            Both + "2005-01-01 BEL suspension",
            "2006-01-01",
            "2001-01-01..none InForceBetween Suspended"
        );
        yield return Case(
            "an effect stated before the deposit",
            Any,
            "2000-01-01 AUT ratification\n2001-01-01 BEL accession effect 2000-06-01",
            "2000-08-01",
            "2000-06-01..none InForceBetween"
        );

        var reserved = Both + "2001-01-01 BEL reservation id r\n";
        yield return Case(
            "an objection that opposes entry into force",
            Any,
            reserved + "2001-06-01 AUT objection towards BEL opposing yes",
            "2005-01-01",
            "not: ObjectionToReservation"
        );
        yield return Case(
            "and before it was made",
            Any,
            reserved + "2001-06-01 AUT objection towards BEL opposing yes",
            "2001-05-31",
            "2001-01-01..2001-06-01 InForceBetween"
        );
        yield return Case(
            "on the last day of twelve months",
            Any,
            reserved + "2002-01-01 AUT objection towards BEL opposing yes",
            "2005-01-01",
            "not: ObjectionToReservation"
        );
        yield return Case(
            "on the day of the reservation",
            Any,
            reserved + "2001-01-01 AUT objection towards BEL opposing yes",
            "2005-01-01",
            "not: ObjectionToReservation"
        );
        yield return Case(
            "too late",
            Any,
            reserved + "2002-01-02 AUT objection towards BEL opposing yes",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "later, but with its own consent",
            Any,
            "2001-01-01 BEL accession\n2001-01-01 BEL reservation\n2004-01-01 AUT ratification\n"
                + "2004-01-01 AUT objection towards BEL opposing yes",
            "2005-01-01",
            "not: ObjectionToReservation"
        );
        yield return Case(
            "an objection that does not oppose",
            Any,
            reserved + "2001-06-01 AUT objection towards BEL",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "an objection to another",
            Any,
            reserved + "2001-06-01 AUT objection towards CHN opposing yes",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "an objection to no reservation",
            Any,
            Both + "2001-06-01 AUT objection towards BEL opposing yes",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "an objection withdrawn",
            Any,
            reserved + "2001-06-01 AUT objection towards BEL opposing yes\n2003-01-01 AUT objection-withdrawn towards BEL",
            "2005-01-01",
            "2003-01-01..none InForceBetween"
        );
        yield return Case(
            "an objection withdrawn twice",
            Any,
            reserved
                + "2001-06-01 AUT objection towards BEL opposing yes\n2003-01-01 AUT objection-withdrawn\n"
                + "2004-01-01 AUT objection-withdrawn",
            "2005-01-01",
            "2003-01-01..none InForceBetween"
        );
        foreach (var day in new[] { "2001-05-31", "2001-06-01", "2005-01-01" })
            yield return Case(
                $"an objection withdrawn on its own day, asked about {day}",
                Any,
                reserved + "2001-06-01 AUT objection towards BEL opposing yes\n2001-06-01 AUT objection-withdrawn towards BEL",
                day,
                "2001-01-01..none InForceBetween"
            );
        yield return Case(
            "an objection to another withdrawn",
            Any,
            reserved + "2001-06-01 AUT objection towards BEL opposing yes\n2003-01-01 AUT objection-withdrawn towards CHN",
            "2005-01-01",
            "not: ObjectionToReservation"
        );
        yield return Case(
            "the reservation withdrawn",
            Any,
            reserved + "2001-06-01 AUT objection towards BEL opposing yes\n2003-01-01 BEL reservation-withdrawn",
            "2005-01-01",
            "2003-01-01..none InForceBetween"
        );
        yield return Case(
            "the earlier of both withdrawals",
            Any,
            reserved
                + "2001-06-01 AUT objection towards BEL opposing yes\n2004-01-01 AUT objection-withdrawn\n"
                + "2003-01-01 BEL reservation-withdrawn",
            "2005-01-01",
            "2003-01-01..none InForceBetween"
        );

        yield return Case(
            "an objection to an accession",
            Apostille,
            Both + "2001-07-01 AUT objection towards BEL",
            "2005-01-01",
            "not: ObjectionToAccession"
        );
        yield return Case(
            "on the day of the accession",
            Apostille,
            Both + "2001-01-01 AUT objection towards BEL",
            "2005-01-01",
            "not: ObjectionToAccession"
        );
        yield return Case(
            "out of time",
            Apostille,
            Both + "2001-07-02 AUT objection towards BEL",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "before the accession",
            Apostille,
            Both + "2000-07-01 AUT objection towards BEL",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "to an accession that needs acceptance instead",
            Abduction,
            Both + "2001-07-01 AUT objection towards BEL",
            "2005-01-01",
            "not: AccessionNotAccepted"
        );
        yield return Case(
            "with a succession that has effect from its notification",
            Any,
            "2000-01-01 AUT ratification\n2001-01-01 BEL succession",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "to a ratification",
            Apostille,
            "2000-01-01 AUT ratification\n2001-01-01 BEL ratification\n2001-07-01 AUT objection towards BEL",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "by a treaty without that effect",
            Any,
            Both + "2001-07-01 AUT objection towards BEL",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "withdrawn later",
            Apostille,
            Both + "2001-07-01 AUT objection towards BEL\n2002-01-01 AUT objection-withdrawn towards BEL",
            "2005-01-01",
            "2002-01-01..none InForceBetween"
        );

        yield return Case("an accession not accepted", Abduction, Both, "2005-01-01", "not: AccessionNotAccepted");
        yield return Case(
            "accepted",
            Abduction,
            Both + "2002-01-01 AUT declaration towards BEL effect 2002-04-01",
            "2005-01-01",
            "2002-04-01..none InForceBetween"
        );
        yield return Case(
            "accepted on the day of the accession",
            Abduction,
            Both + "2001-01-01 AUT declaration towards BEL",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "accepted twice",
            Abduction,
            Both + "2002-01-01 AUT declaration towards BEL\n2003-01-01 AUT declaration towards BEL",
            "2005-01-01",
            "2002-01-01..none InForceBetween"
        );
        yield return Case(
            "accepted of another",
            Abduction,
            Both + "2002-01-01 AUT declaration towards CHN",
            "2005-01-01",
            "not: AccessionNotAccepted"
        );
        yield return Case(
            "accepted before it was made",
            Abduction,
            Both + "2000-06-01 AUT declaration towards BEL",
            "2005-01-01",
            "not: AccessionNotAccepted"
        );
        yield return Case(
            "by ratification no acceptance is needed",
            Abduction,
            "2000-01-01 AUT ratification\n2001-01-01 BEL ratification",
            "2005-01-01",
            "2001-01-01..none InForceBetween"
        );
        yield return Case(
            "an earlier accession that ended does not stand in the way",
            Abduction,
            "2000-01-01 AUT ratification\n2001-01-01 BEL accession\n2002-01-01 BEL withdrawal\n2004-01-01 BEL ratification",
            "2005-01-01",
            "2004-01-01..none InForceBetween"
        );

        yield return Case(
            "a succession before its notification",
            Any,
            "2000-01-01 AUT ratification\n2006-10-23 MNE succession",
            "2006-08-01",
            "not: SuccessionNotNotified",
            "MNE"
        );
        yield return Case(
            "and from it",
            Any,
            "2000-01-01 AUT ratification\n2006-10-23 MNE succession",
            "2006-10-23",
            "2006-10-23..none InForceBetween",
            "MNE"
        );
    }

    [TestCaseSource(nameof(Cases))]
    public void The_relation_has_its_days_and_reasons(Scenario scenario, string day, string other, string expected)
    {
        var status = scenario.Status();
        var (one, second) = (status.Of("AUT")!, status.Of(other)!);
        var relation = Relation.Between(status, one, second, Iso.Day(day));
        var turned = Relation.Between(status, second, one, Iso.Day(day));

        Assert.That(Text(relation), Is.EqualTo(expected));
        Assert.That(Text(turned), Is.EqualTo(expected), "whichever is named first");
        Assert.That(relation.Reasons.Select(r => r.Text.ToEnglish()), Is.All.Match(@"^[A-Z][^\n]*[^ .;:,]\.$"));
        var decided = relation.Reasons.Where(r => r.Because is null).ToList();
        Assert.That(decided.Select(r => r.Article), Is.EqualTo(decided.Select(r => Article(r.Rule, status.Treaty.FinalClauses))));
        Assert.That(relation.Reasons.Select(r => r.Events.Count), Is.All.GreaterThan(0));
    }

    static IEnumerable<TestCaseData> Absences()
    {
        var unfinished = Scenario.Treaty("treaty").EntersIntoForceAfter(3, "30 days");
        var ended = Any.Where(Both + "1995-01-01 CHN ratification id c\n1997-01-01 CHN withdrawal id w\n2010-01-01 - terminated id end");
        yield return Absence(
            "who withdrew, with the time in which it was bound",
            Any.Where("2000-01-01 AUT ratification\n2001-01-01 BEL accession id b\n2010-01-01 BEL withdrawal id w"),
            "2020-01-01",
            """
            NoLongerInForceForOne, Withdrawn, art. 40(1): b w
            The treaty was in force for BEL from 2001-01-01 until 2011-01-01.
            Accession deposited on 2001-01-01; notice of withdrawal received on 2010-01-01, with effect from 2011-01-01.
            """
        );
        yield return Absence(
            "who withdrew twice, the last time",
            Any.Where(
                """
                2000-01-01 AUT ratification
                2001-01-01 BEL accession
                2002-01-01 BEL withdrawal
                2004-01-01 BEL accession id b
                2010-01-01 BEL withdrawal id w
                """
            ),
            "2011-01-01",
            """
            NoLongerInForceForOne, Withdrawn, art. 40(1): b w
            The treaty was in force for BEL from 2004-01-01 until 2011-01-01.
            Accession deposited on 2004-01-01; notice of withdrawal received on 2010-01-01, with effect from 2011-01-01.
            """
        );
        yield return Absence(
            "who comes back later",
            Any.Where(
                """
                2000-01-01 AUT ratification
                2001-01-01 BEL accession id b
                2002-01-01 BEL withdrawal id w
                2004-01-01 BEL accession
                """
            ),
            "2003-06-01",
            """
            NoLongerInForceForOne, Withdrawn, art. 40(1): b w
            The treaty was in force for BEL from 2001-01-01 until 2003-01-01.
            Accession deposited on 2001-01-01; notice of withdrawal received on 2002-01-01, with effect from 2003-01-01.
            """
        );
        yield return Absence(
            "who only signed",
            Any.Where("2000-01-01 AUT ratification\n2001-01-01 BEL signature"),
            "2005-01-01",
            """
            NotInForceForOne, NoConsent, VCLT art. 2(1)(g):
            The treaty is not in force for BEL.
            No consent to be bound is recorded.
            """
        );
        yield return Absence(
            "who waits, though the treaty is in force",
            Any.LaterParticipantsWait("90 days").Where("2000-01-01 AUT ratification\n2001-01-01 BEL ratification id b"),
            "2001-01-02",
            """
            NotInForceForOne, NotYetInForce, art. 38(2): b
            The treaty is not in force for BEL.
            Ratification deposited on 2001-01-01; in force for it only from 2001-04-01: 90 days after its deposit.
            """
        );
        yield return Absence(
            "both, of a treaty in force for nobody",
            unfinished.Where("2000-01-01 AUT ratification\n2001-01-01 BEL ratification"),
            "2005-01-01",
            """
            TreatyNotInForce, , art. 38(1):
            The treaty itself is not in force.
            """
        );
        yield return Absence(
            "one without consent, of a treaty in force for nobody",
            unfinished.Where("2000-01-01 AUT ratification\n2001-01-01 BEL signature"),
            "2005-01-01",
            """
            TreatyNotInForce, , art. 38(1):
            The treaty itself is not in force.
            NotInForceForOne, NoConsent, VCLT art. 2(1)(g):
            The treaty is not in force for BEL.
            No consent to be bound is recorded.
            """
        );
        yield return Absence(
            "both, of a treaty that enters into force later",
            unfinished.Where("2000-01-01 AUT ratification\n2001-01-01 BEL ratification\n2002-01-01 CHN ratification"),
            "2002-01-30",
            """
            TreatyNotInForce, , art. 38(1):
            The treaty itself enters into force only on 2002-01-31.
            """
        );
        yield return Absence(
            "one without consent, on the first day of the treaty",
            unfinished.Where(
                "2000-01-01 CHN ratification\n2001-01-01 DNK ratification\n2002-01-01 AUT ratification\n2002-01-01 BEL signature"
            ),
            "2002-01-31",
            """
            NotInForceForOne, NoConsent, VCLT art. 2(1)(g):
            The treaty is not in force for BEL.
            No consent to be bound is recorded.
            """
        );
        yield return Absence(
            "both, of a treaty that ended",
            ended,
            "2010-01-01",
            """
            TreatyTerminated, , VCLT art. 70(1): end
            The treaty itself ended on 2010-01-01.
            """
        );
        yield return Absence(
            "one that had left before the treaty ended",
            ended,
            "2010-01-01",
            """
            TreatyTerminated, , VCLT art. 70(1): end
            The treaty itself ended on 2010-01-01.
            NoLongerInForceForOne, Withdrawn, art. 40(1): c w
            The treaty was in force for CHN from 1995-01-01 until 1998-01-01.
            Ratification deposited on 1995-01-01; notice of withdrawal received on 1997-01-01, with effect from 1998-01-01.
            """,
            "CHN"
        );
        yield return Absence(
            "both, of a treaty with too few parties",
            Any.EndingBelow(2).Where("2000-01-01 AUT ratification\n2001-01-01 BEL accession id b\n2010-01-01 BEL withdrawal id w"),
            "2011-01-01",
            """
            TreatyTerminated, , art. XV: w
            The treaty itself ended on 2011-01-01.
            NoLongerInForceForOne, Withdrawn, art. 40(1): b w
            The treaty was in force for BEL from 2001-01-01 until 2011-01-01.
            Accession deposited on 2001-01-01; notice of withdrawal received on 2010-01-01, with effect from 2011-01-01.
            """
        );
    }

    [TestCaseSource(nameof(Absences))]
    public void Where_it_is_not_in_force_between_them_each_reason_is_told(Scenario scenario, string day, string other, string expected)
    {
        var status = scenario.Status();
        var relation = Relation.Between(status, status.Of("AUT")!, status.Of(other)!, Iso.Day(day));

        Assert.That(relation.InForce, Is.False);
        Assert.That(
            string.Join(
                '\n',
                relation.Reasons.Select(r =>
                    $"{r.Rule}, {r.Because}, {r.Article}:{string.Concat(r.Events.Select(e => $" {e.Id}"))}\n"
                    + r.Text.ToEnglish().Replace(". ", ".\n")
                )
            ),
            Is.EqualTo(expected)
        );
    }

    [TestCase("", "2001-01-01..none")]
    [TestCase("2010-01-01 BEL withdrawal", "2001-01-01..2011-01-01")]
    [TestCase("2010-01-01 BEL withdrawal\n2012-01-01 BEL accession", "2001-01-01..2011-01-01 2012-01-01..none")]
    [TestCase("2010-01-01 BEL withdrawal\n2011-01-01 BEL accession", "2001-01-01..none", Description = "without a break")]
    [TestCase(
        "2001-01-01 BEL reservation\n2001-06-01 AUT objection towards BEL opposing yes\n2003-01-01 AUT objection-withdrawn towards BEL",
        "2001-01-01..2001-06-01 2003-01-01..none",
        Description = "an objection stands between them for a time"
    )]
    [TestCase("2000-07-01 AUT withdrawal effect 2000-08-01", "", Description = "never both at once")]
    public void The_periods_are_those_in_which_it_is_in_force_for_both_and_nothing_stands_between_them(string acts, string expected)
    {
        var status = Any.Where(Both + acts).Status();

        foreach (var day in new[] { "1999-01-01", "2005-01-01", "2020-01-01" })
            Assert.That(
                string.Join(
                    ' ',
                    Relation
                        .Between(status, status.Of("AUT")!, status.Of("BEL")!, Iso.Day(day))
                        .Periods.Select(r => $"{Iso.Text(r.From)}..{Iso.Text(r.Until)}")
                ),
                Is.EqualTo(expected),
                day
            );
    }

    [Test]
    public void A_suspension_names_the_acts_that_suspend_the_treaty_on_the_day()
    {
        var status = Any.Where(Both + "2005-01-01 BEL suspension id s\n2010-01-01 BEL suspension").Status();
        var relation = Relation.Between(status, status.Of("AUT")!, status.Of("BEL")!, Iso.Day("2005-01-01"));

        Assert.That(relation.Reasons[1].Events.Select(e => e.Id), Is.EqualTo(new[] { "s" }));
    }

    // Whom an amendment binds without its own consent has not yet passed the second of the two times of VCLT 20(5).
    [Test]
    public void Before_its_own_consent_a_party_objects_in_time()
    {
        var parent = Scenario.Treaty("parent").Where("1980-01-01 AUT ratification\n1980-01-01 BEL ratification");
        var status = Scenario
            .Treaty("amendment")
            .BindingAllPartiesOf(parent)
            .Where("2001-01-01 BEL ratification\n2001-01-01 BEL reservation\n2004-01-01 AUT objection towards BEL opposing yes")
            .Status();
        var relation = Relation.Between(status, status.Of("AUT")!, status.Of("BEL")!, Iso.Day("2005-01-01"));

        Assert.That(Text(relation), Is.EqualTo("not: ObjectionToReservation"));
    }

    [Test]
    public void A_succession_that_never_had_an_effect_does_not_stand_in_the_way()
    {
        var status = Scenario
            .Treaty("amendment")
            .EntersIntoForceAfter(9, "0 days")
            .AmendmentTo(Scenario.Treaty("parent"))
            .Where(
                """
                2000-01-01 AUT ratification effect 2000-01-01
                2000-01-01 BEL succession
                2001-01-01 BEL consent-withdrawn
                2002-01-01 BEL ratification effect 2002-01-01
                """
            )
            .Status();
        var relation = Relation.Between(status, status.Of("AUT")!, status.Of("BEL")!, Iso.Day("2005-01-01"));

        Assert.That(Text(relation), Is.EqualTo("2002-01-01..none InForceBetween"));
    }

    [Test]
    public void An_amendment_in_force_for_one_of_them_before_its_own_day_is_in_force_for_somebody()
    {
        var status = Scenario
            .Treaty("amendment")
            .EntersIntoForceAfter(9, "0 days")
            .AmendmentTo(Scenario.Treaty("parent"))
            .Where("2000-01-01 AUT ratification effect 2000-01-01\n2001-01-01 BEL ratification")
            .Status();
        var relation = Relation.Between(status, status.Of("AUT")!, status.Of("BEL")!, Iso.Day("2005-01-01"));

        Assert.That(Text(relation), Is.EqualTo("not: NotInForceForOne"));
    }

    static string? Article(RelationRule rule, FinalClauses clauses) =>
        rule switch
        {
            RelationRule.Suspended => "VCLT art. 72",
            RelationRule.SuccessionNotNotified => "VCSS art. 23(2)",
            RelationRule.ObjectionToReservation => "VCLT art. 20(4)(b)",
            RelationRule.ObjectionToAccession or RelationRule.AccessionNotAccepted => clauses.Accession!.Article,
            _ => "VCLT art. 2(1)(g)",
        };

    static string Text(Relation relation) =>
        (relation.InForce ? $"{Iso.Text(relation.Since)}..{Iso.Text(relation.Until)}" : "not:")
        + string.Concat(relation.Reasons.Select(r => $" {r.Rule}"));

    static TestCaseData Absence(string name, Scenario scenario, string day, string expected, string other = "BEL") =>
        new TestCaseData(scenario, day, other, expected).SetArgDisplayNames(name);

    static TestCaseData Case(string name, Scenario scenario, string acts, string day, string expected, string other = "BEL") =>
        new TestCaseData(scenario.Where(acts), day, other, expected).SetArgDisplayNames(name);
}
