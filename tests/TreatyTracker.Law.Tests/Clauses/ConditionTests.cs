namespace TreatyTracker.Law.Tests.Clauses;

/// <summary>Conditions of entry into force beyond a plain number of instruments, and what each still needs.</summary>
public class ConditionTests
{
    static readonly Scenario Paris = Scenario
        .Treaty("paris-agreement")
        .EntersIntoForce(
            new()
            {
                Article = "art. 21(1)",
                Instruments = 3,
                Conditions = [new() { Share = 0.55m, Of = "emissions" }],
                Delay = Iso.Delay("30 days"),
            }
        )
        .WithList("emissions", "AUT 20\nBEL 15\nBRA 20\nCHN 30\nCUB 15");

    static readonly Scenario TestBan = Scenario
        .Treaty("ctbt")
        .EntersIntoForce(
            new()
            {
                Article = "art. XIV",
                Conditions = [new() { Instruments = 3, Among = "annex-2" }],
                Delay = Iso.Delay("180 days"),
            }
        )
        .WithList("annex-2", "AUT\nBEL\nCHN");

    static readonly Scenario Parent = Scenario
        .Treaty("cppnm")
        .WithdrawalTakes("0 days")
        .Where(
            "1990-01-01 AUT accession\n1990-01-01 BEL accession\n1990-01-01 BRA accession\n1990-01-01 EUU accession\n"
                + "2010-06-01 CHN accession"
        );

    static Scenario Amendment(string? partiesOn, string fraction = "2/3") =>
        Scenario
            .Treaty("cppnm-amendment")
            .EntersIntoForce(
                new()
                {
                    Article = "art. 20(2)",
                    Conditions =
                    [
                        new()
                        {
                            Fraction = fraction,
                            OfPartiesTo = "cppnm",
                            PartiesOn = partiesOn,
                        },
                    ],
                    Delay = Iso.Delay("30 days"),
                }
            )
            .AmendmentTo(Parent);

    [TestCase("2016-01-01 AUT ratification\n2016-01-01 CHN ratification", "none", Description = "two instruments, half of the weight")]
    [TestCase("2016-01-01 AUT ratification\n2016-01-01 CHN ratification\n2016-02-01 NIU ratification", "none")]
    [TestCase("2016-01-01 AUT ratification\n2016-01-01 CHN ratification\n2016-02-01 BEL ratification", "2016-03-02")]
    [TestCase(
        "2016-01-01 BRA ratification\n2016-01-01 AUT ratification\n2016-02-01 BEL ratification",
        "2016-03-02",
        Description = "exactly 55 per cent"
    )]
    public void A_share_of_weights_is_at_least_that_share_and_stands_beside_the_number(string acts, string day) =>
        Assert.That(Iso.Text(Paris.Where(acts).Status().EntryIntoForce.On), Is.EqualTo(day));

    [TestCase("2000-01-01 AUT ratification\n2000-01-01 BEL ratification\n2000-01-01 BRA ratification", "none")]
    [TestCase("2000-01-01 AUT ratification\n2000-01-01 BEL ratification\n2001-01-01 CHN ratification", "2001-06-30")]
    public void Only_instruments_among_the_list_count(string acts, string day)
    {
        var status = TestBan.Where(acts).Status();

        Assert.That(Iso.Text(status.EntryIntoForce.On), Is.EqualTo(day));
        Assert.That(status.CountsOn("2001-01-01").CountedForEntryIntoForce, Is.EqualTo(day is "none" ? 2 : 3));
    }

    [TestCase(
        EntryIntoForceCondition.EachDeposit,
        "2010-01-01 AUT ratification\n2010-02-01 BEL ratification",
        "2010-03-03",
        Description = "2 of 3 States; the organization counts on neither side"
    )]
    [TestCase(
        EntryIntoForceCondition.EachDeposit,
        "2010-01-01 AUT ratification\n2010-07-01 BEL ratification",
        "none",
        Description = "2 of 4 by then"
    )]
    [TestCase(
        EntryIntoForceCondition.EachDeposit,
        "2010-01-01 AUT ratification\n2010-02-01 CHN ratification",
        "none",
        Description = "not yet a party: 1 of 3"
    )]
    [TestCase(
        EntryIntoForceCondition.EachDeposit,
        "2010-01-01 AUT ratification\n2010-02-01 CHN ratification\n2010-03-01 NIU ratification\n2011-01-01 BRA ratification",
        "2011-01-31"
    )]
    [TestCase(
        EntryIntoForceCondition.Adoption,
        "2010-01-01 AUT ratification\n2010-07-01 BEL ratification",
        "2010-07-31",
        Description = "2 of the 3 of the day of adoption"
    )]
    [TestCase(
        EntryIntoForceCondition.Adoption,
        "2010-01-01 AUT ratification\n2010-07-01 CHN ratification",
        "none",
        Description = "no party on the day of adoption"
    )]
    public void A_fraction_of_the_parties_to_the_parent_is_rounded_up_and_only_they_count(string partiesOn, string acts, string day)
    {
        var amendment = Amendment(partiesOn).Where(acts);
        amendment = amendment with { Instrument = amendment.Instrument with { Adopted = new() { On = Iso.Day("2005-07-08") } } };

        Assert.That(Iso.Text(amendment.Status().EntryIntoForce.On), Is.EqualTo(day));
    }

    [TestCase("2010-01-01 AUT ratification\n2010-02-01 BEL ratification", "none", Description = "2 of 4")]
    [TestCase("2010-01-01 AUT ratification\n2010-02-01 BEL ratification\n2010-03-01 EUU accession", "2010-03-31")]
    public void An_organization_counts_on_both_sides_of_a_fraction_where_the_clause_counts_it(string acts, string day) =>
        Assert.That(
            Iso.Text(Amendment(EntryIntoForceCondition.EachDeposit).CountingOrganizations().Where(acts).Status().EntryIntoForce.On),
            Is.EqualTo(day)
        );

    [Test]
    public void An_instrument_of_an_organization_that_stands_on_no_list_counts_towards_no_condition() =>
        Assert.That(
            TestBan
                .CountingOrganizations()
                .Where("2000-01-01 EUU accession")
                .Status()
                .WhyIn(NamedCount.CountedForEntryIntoForce, "EUU", "2000-01-01"),
            Does.StartWith("not counted: condition-does-not-count, art. XIV")
        );

    [Test]
    public void An_instrument_may_begin_to_count_by_accession_to_the_parent()
    {
        var status = Amendment(EntryIntoForceCondition.EachDeposit)
            .Where("2010-01-01 AUT ratification\n2010-02-01 CHN ratification\n2010-03-01 NIU ratification")
            .Status();

        Assert.That(status.CountsOn("2010-05-31").CountedForEntryIntoForce, Is.EqualTo(1));
        Assert.That(status.CountsOn("2010-06-01").CountedForEntryIntoForce, Is.EqualTo(2));
    }

    [Test]
    public void Accession_to_the_parent_may_bring_what_one_of_several_conditions_lacks()
    {
        var half = Amendment(EntryIntoForceCondition.EachDeposit, "1/2");
        var clause = half.Instrument.FinalClauses.EntryIntoForce with { Instruments = 2 };

        Assert.That(
            Iso.Text(
                half.EntersIntoForce(clause).Where("2010-01-01 AUT ratification\n2010-02-01 CHN ratification").Status().EntryIntoForce.On
            ),
            Is.EqualTo("2010-07-01"),
            "CHN acceded to the parent on 2010-06-01"
        );
    }

    static IEnumerable<TestCaseData> NotComputable()
    {
        yield return new(Amendment(null), "the clause does not say on which day the parties to 'cppnm' are counted");
        yield return new(Amendment("sometimes"), "the clause does not say on which day the parties to 'cppnm' are counted");
        yield return new(Amendment("adoption", "most"), "'most' is no fraction such as 2/3");
        yield return new(Amendment("adoption", "2/0"), "'2/0' is no fraction such as 2/3");
        yield return new(Amendment("adoption", "x/3"), "'x/3' is no fraction such as 2/3");
        yield return new(Amendment("adoption", "2/x"), "'2/x' is no fraction such as 2/3");
        yield return new(
            Amendment("adoption") with
            {
                Parent = null,
            },
            "the record does not hold the parties to 'cppnm' as those of its parent treaty"
        );
        yield return new(
            Amendment("eachDeposit") with
            {
                Parent = null,
            },
            "the record does not hold the parties to 'cppnm' as those of its parent treaty"
        );
        yield return new(Clause(new() { Instruments = 3, Among = "annex-2" }), "the record has no list 'annex-2'");
        yield return new(Clause(new() { Share = 0.5m, Of = "tonnage" }), "the record has no weights for the list 'tonnage'");
        yield return new(
            Clause(new() { Share = 0.5m, Of = "tonnage" }).WithList("tonnage", "AUT\nBEL"),
            "the record has no weights for the list 'tonnage'"
        );
        yield return new(Clause(new()), "a condition has no instruments, no share and no fraction");
        yield return new(
            Scenario.Treaty("t").EntersIntoForce(new() { Delay = new() }),
            "the final clauses give no number of instruments and delay"
        );
        yield return new(
            Scenario.Treaty("t").EntersIntoForce(new() { Instruments = 1 }),
            "the final clauses give no number of instruments and delay"
        );
        yield return new(Scenario.Treaty("t").EntersIntoForce(new() { Reason = "named States" }), "named States");

        static Scenario Clause(EntryIntoForceCondition condition) =>
            Scenario.Treaty("t").EntersIntoForce(new() { Conditions = [condition], Delay = new() });
    }

    [TestCaseSource(nameof(NotComputable))]
    public void What_cannot_be_computed_says_why_and_the_published_day_stands(Scenario scenario, string reason)
    {
        var status = scenario.PublishedAsInForceOn("2000-01-01").Where("1999-01-01 AUT ratification").Status();

        Assert.That(status.EntryIntoForce.NotComputable, Is.EqualTo(reason));
        Assert.That(Iso.Text(status.EntryIntoForce.On), Is.EqualTo("2000-01-01"));
        var outlook = EntryIntoForceOutlook.Of(status, Iso.Day("1999-06-01"), Iso.Day("1999-06-01"));
        Assert.That((outlook.Outstanding, outlook.Conditions.Count), Is.EqualTo(((int?)null, 0)));
    }

    [Test]
    public void The_outlook_says_which_share_is_missing_and_with_how_few_instruments_it_could_come()
    {
        var outlook = Looking(Paris.Where("2016-01-01 AUT ratification\n2016-01-01 NIU ratification"), "2016-01-01");
        var share = outlook.Conditions[1];

        Assert.That((outlook.Instruments, outlook.InEffect, outlook.Outstanding), Is.EqualTo((3, 2, 2)), "CHN and one of 20 or 15");
        Assert.That(
            (share.InEffect, share.InEffectShare, share.OutstandingShare, share.Outstanding, share.IsMet),
            Is.EqualTo((1, 0.2m, 0.35m, 2, false))
        );
        Assert.That(string.Join(' ', share.Missing), Is.EqualTo("BEL BRA CHN CUB"));
        Assert.That(outlook.Conditions[0].Required, Is.EqualTo(3));
        Assert.That(Iso.Text(outlook.WouldEnterIntoForceOn), Is.EqualTo("2016-01-31"));
    }

    [Test]
    public void The_outlook_of_a_share_that_is_met_has_nothing_outstanding()
    {
        var outlook = Looking(
            Paris.Where(
                "2016-01-01 CHN ratification\n2016-01-01 AUT ratification\n2016-01-01 BEL ratification\n2016-01-01 BRA ratification"
            ),
            "2016-01-01"
        );

        Assert.That((outlook.Conditions[1].IsMet, outlook.Conditions[1].OutstandingShare, outlook.Outstanding), Is.EqualTo((true, 0m, 0)));
        Assert.That(outlook.WouldEnterIntoForceOn, Is.Null);
    }

    [Test]
    public void A_share_of_more_than_the_whole_is_never_met()
    {
        var scenario = Scenario
            .Treaty("t")
            .EntersIntoForce(new() { Conditions = [new() { Share = 1.1m, Of = "emissions" }], Delay = new() })
            .WithList("emissions", "AUT 20\nBEL 80");
        var share = Looking(scenario.Where("2016-01-01 AUT ratification"), "2016-01-01").Conditions[0];

        Assert.That((share.IsMet, share.OutstandingShare, share.Outstanding), Is.EqualTo((false, 0.9m, 1)), "even with BEL");
        Assert.That(scenario.Where("2016-01-01 AUT ratification\n2016-01-01 BEL ratification").Status().EntryIntoForce.On, Is.Null);
    }

    [Test]
    public void The_outlook_names_those_missing_from_a_list()
    {
        var outlook = Looking(
            TestBan.WithList("annex-3", "CUB").Where("2000-01-01 BEL ratification\n2000-01-01 BRA ratification"),
            "2000-01-01"
        );

        Assert.That((outlook.Instruments, outlook.Outstanding), Is.EqualTo(((int?)null, 2)));
        Assert.That(string.Join(' ', outlook.Conditions[0].Missing), Is.EqualTo("AUT CHN"));
        Assert.That(outlook.Conditions[0].OutstandingShare, Is.Null);
    }

    [Test]
    public void The_outlook_of_a_fraction_says_how_many_of_the_parties_are_required()
    {
        var outlook = Looking(Amendment(EntryIntoForceCondition.EachDeposit).Where("2010-01-01 AUT ratification"), "2010-06-01");

        Assert.That((outlook.Conditions[0].Required, outlook.Conditions[0].InEffect, outlook.Outstanding), Is.EqualTo((3, 1, 2)));
        Assert.That(outlook.Conditions[0].Missing, Is.Empty);
    }

    [Test]
    public void A_supposed_deposit_before_the_fixed_day_gives_that_day()
    {
        var kigali = Scenario
            .Treaty("kigali")
            .EntersIntoForce(
                new()
                {
                    Instruments = 2,
                    Delay = Iso.Delay("90 days"),
                    NotEarlierThan = Iso.Day("2019-01-01"),
                }
            )
            .Where("2017-01-01 AUT acceptance");

        Assert.That(Iso.Text(Looking(kigali, "2017-01-01").WouldEnterIntoForceOn), Is.EqualTo("2019-01-01"));
    }

    [Test]
    public void A_list_that_names_a_participant_twice_counts_it_once() =>
        Assert.That(
            Iso.Text(TestBan.WithList("annex-2", "AUT").Where("2000-01-01 AUT ratification").Status().EntryIntoForce.On),
            Is.EqualTo("none")
        );

    [Test]
    public void A_day_computed_from_an_instrument_whose_day_is_a_period_is_a_period()
    {
        var entry = Scenario.Treaty("t").EntersIntoForceAfter(1, "30 days").Where("2000 AUT ratification").Status().EntryIntoForce;

        Assert.That((Iso.Text(entry.Computed), Iso.Text(entry.ComputedEarliest)), Is.EqualTo(("2001-01-30", "2000-01-31")));
    }

    [TestCase("1999-01-01 BEL ratification\n2000 AUT ratification", 2, "2000-01-31", Description = "one of two participants")]
    [TestCase(
        "1999 AUT ratification\n2000-06-01 AUT consent-withdrawn\n2001-01-01 AUT accession",
        1,
        "1999-01-31",
        Description = "one of two consents"
    )]
    public void One_instrument_whose_day_is_a_period_is_enough(string acts, int instruments, string earliest) =>
        Assert.That(
            Iso.Text(
                Scenario.Treaty("t").EntersIntoForceAfter(instruments, "30 days").Where(acts).Status().EntryIntoForce.ComputedEarliest
            ),
            Is.EqualTo(earliest)
        );

    [Test]
    public void A_day_that_does_not_depend_on_the_period_is_exact() =>
        Assert.That(
            Scenario
                .Treaty("t")
                .EntersIntoForceAfter(1, "30 days")
                .Where("1999-01-01 BEL ratification\n2000 AUT ratification")
                .Status()
                .EntryIntoForce.ComputedEarliest,
            Is.Null
        );

    [Test]
    public void Each_condition_says_what_it_still_needs() =>
        Assert.That(
            Looking(Paris.Where("2016-01-01 AUT ratification\n2016-01-01 BEL ratification"), "2016-06-01")
                .Conditions.Concat(Looking(TestBan.Where("2000-01-01 AUT ratification"), "2001-01-01").Conditions)
                .Concat(Looking(Amendment("eachDeposit").Where("2005-07-08 AUT ratification"), "2006-01-01").Conditions)
                .Select(c => c.ToSentence().ToEnglish()),
            Is.EqualTo(
                new[]
                {
                    "3 instruments: 2 of 3, 1 missing",
                    "55 per cent of 'emissions': 35 per cent held by 2, 20 per cent missing, which takes 1 instrument at least; "
                        + "without an instrument: BRA, CHN, CUB",
                    "3 instruments among 'annex-2': 1 of 3, 2 missing; without an instrument: BEL, CHN",
                    "2/3 of the parties to cppnm: 1 of 2, 1 missing",
                }
            )
        );

    [Test]
    public void Its_figures_name_nobody() =>
        Assert.That(
            Looking(TestBan.Where("2000-01-01 AUT ratification"), "2001-01-01").Conditions.Single().ToPhrase().ToEnglish(),
            Is.EqualTo("3 instruments among 'annex-2': 1 of 3, 2 missing")
        );

    [Test]
    public void A_condition_that_is_met_does_not_name_who_is_missing() =>
        Assert.That(
            Looking(Paris.Where("2016-01-01 AUT ratification\n2016-01-01 BEL ratification\n2016-01-01 BRA ratification"), "2016-06-01")
                .Conditions[1]
                .ToSentence()
                .ToEnglish(),
            Is.EqualTo("55 per cent of 'emissions': 55 per cent held by 3, 0 per cent missing, which takes 0 instruments at least")
        );

    [TestCase("CHN", "True True 2017-01-31", Description = "three instruments, 65 per cent")]
    [TestCase("CUB", "True False none", Description = "three instruments, 50 per cent")]
    [TestCase("CUB BRA", "True True 2017-01-31", Description = "four instruments, 70 per cent")]
    [TestCase("NIU", "True False none", Description = "without weight")]
    [TestCase("AUT", "False False none", Description = "it has deposited already")]
    [TestCase("EUU CUB", "True False none", Description = "an organization does not count")]
    [TestCase("", "  2017-01-31", Description = "whoever is missing")]
    public void Given_instruments_would_meet_the_conditions_or_not(string depositors, string outlook)
    {
        var ahead = EntryIntoForceOutlook.Of(
            Paris.Where("2016-01-01 AUT ratification\n2016-01-01 BEL ratification").Status(),
            Iso.Day("2016-06-01"),
            Iso.Day("2017-01-01"),
            [.. depositors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => TestParticipants.Participants[code])]
        );

        Assert.That(
            $"{string.Join(' ', ahead.Conditions.Select(c => c.WouldBeMet))} {Iso.Text(ahead.WouldEnterIntoForceOn)}",
            Is.EqualTo(outlook)
        );
    }

    [Test]
    public void A_counted_instrument_names_the_conditions_towards_which_it_counts()
    {
        var status = Paris.Where("2016-01-01 AUT ratification\n2016-01-01 NIU ratification").Status();

        Assert.That(
            status.WhyIn(NamedCount.CountedForEntryIntoForce, "AUT", "2016-06-01").Split('\n')[..2],
            Is.EqualTo(
                new[]
                {
                    "counted: consent-in-being, art. 21(1)",
                    "Ratification deposited on 2016-01-01. Its instrument counts towards 3 instruments; 55 per cent of 'emissions'.",
                }
            )
        );
        Assert.That(
            status.WhyIn(NamedCount.CountedForEntryIntoForce, "NIU", "2016-06-01").Split('\n')[1],
            Does.EndWith("counts towards 3 instruments.")
        );
    }

    static EntryIntoForceOutlook Looking(Scenario scenario, string day) =>
        EntryIntoForceOutlook.Of(scenario.Status(), Iso.Day(day), Iso.Day(day));
}
