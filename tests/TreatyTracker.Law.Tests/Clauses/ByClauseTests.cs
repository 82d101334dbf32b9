namespace TreatyTracker.Law.Tests.Clauses;

/// <summary>What the final clauses alone give, whatever the record states; and each rule's own words.</summary>
public class ByClauseTests
{
    static readonly Scenario Any = Scenario.Treaty("treaty").PublishedAsInForceOn("1990-01-01").LaterParticipantsWait("30 days");

    [Test]
    public void The_effect_by_clause_leaves_the_stated_day_aside()
    {
        var status = Any.Where("2000-01-01 AUT accession effect 2005-01-01").Status();
        var austria = status.Of("AUT")!;

        Assert.That(Iso.Text(status.EffectByClause(austria.Events[0], austria.Participant)?.On), Is.EqualTo("2000-01-31"));
        Assert.That(Iso.Text(austria.Consents[0].Effect!.On), Is.EqualTo("2005-01-01"));
    }

    [Test]
    public void There_is_none_while_the_treaty_has_no_day()
    {
        var status = Scenario.Treaty("treaty").EntersIntoForceAfter(5, "0 days").Where("2000-01-01 AUT accession").Status();

        Assert.That(status.EffectByClause(status.Of("AUT")!.Events[0], status.Of("AUT")!.Participant), Is.Null);
    }

    [TestCase("12 months", "2011-03-01")]
    [TestCase(null, "none")]
    public void The_effect_of_a_notice_by_clause_leaves_the_stated_day_aside(string? delay, string effect)
    {
        var treaty = delay is null ? Any : Any.WithdrawalTakes(delay);
        var status = treaty.Where("2000-01-01 AUT accession\n2010-03-01 AUT withdrawal effect 2010-04-01").Status();

        Assert.That(Iso.Text(status.WithdrawalByClause(status.Of("AUT")!.Events[1])), Is.EqualTo(effect));
    }

    [Test]
    public void Entry_into_force_may_be_asked_for_another_clause()
    {
        var status = Scenario
            .Treaty("treaty")
            .EntersIntoForceAfter(2, "0 days")
            .Where("2000-01-01 AUT accession\n2001-01-01 EUU accession")
            .Status();
        var counting = status.Treaty with
        {
            FinalClauses = status.Treaty.FinalClauses with
            {
                EntryIntoForce = status.Treaty.FinalClauses.EntryIntoForce with { CountsRegionalOrganizations = true },
            },
        };

        Assert.That(status.EntryIntoForce.On, Is.Null);
        Assert.That(Iso.Text(EntryIntoForce.Of(counting, status.Participations, null).On), Is.EqualTo("2001-01-01"));
    }

    [TestCase("2001-01-01 AUT ratification\n2001-02-01 AUT withdrawal", "none", Description = "taken out before entry into force")]
    [TestCase("2001-01-01 AUT ratification\n2010-02-01 AUT withdrawal", "2011-02-01")]
    public void Who_was_never_bound_has_no_end_of_being_bound(string acts, string until) =>
        Assert.That(
            Iso.Text(
                Scenario
                    .Treaty("treaty")
                    .PublishedAsInForceOn("2005-01-01")
                    .WithdrawalTakes("12 months")
                    .Where(acts)
                    .Status()
                    .Of("AUT")!
                    .Consents[0]
                    .BoundUntil
            ),
            Is.EqualTo(until)
        );

    [TestCase(
        EventKind.Succession,
        "MNE",
        "day-of-succession",
        "VCSS art. 23(1)",
        "the day of succession, which is assumed, since the succession states no effect"
    )]
    [TestCase(
        EventKind.Succession,
        "CZE",
        "succession-notified",
        "VCSS art. 23",
        "its notification, since the day of succession is not known"
    )]
    [TestCase(EventKind.Accession, "CZE", "own-deposit", "art. 38(2)", "30 days after its deposit")]
    public void The_reason_says_how_the_day_of_effect_was_found(EventKind kind, string code, string rule, string article, string how)
    {
        var status = Any.Where($"2010-01-01 {code} {kind.WireName()}").Status();

        Assert.That((status.EffectFor(code).Rule.WireName(), status.EffectFor(code).Article), Is.EqualTo((rule, article)));
        Assert.That(status.WhyIn(NamedCount.PartiesInForce, code, "2010-06-01"), Does.Contain($": {how}.\n"));
        Assert.That(status.CountsOn("2010-06-01").AssumedEffects, Is.EqualTo(kind is EventKind.Succession ? 1 : 0));
    }

    [TestCase("1989-06-01", "before-entry-into-force", "deposited before the treaty entered into force, whose own day it takes")]
    [TestCase("1990-01-01", "before-entry-into-force", "deposited before the treaty entered into force, whose own day it takes")]
    [TestCase("1990-01-02", "own-deposit", "90 days after its deposit")]
    public void The_reason_says_where_the_delay_applies_to_later_instruments_only(string deposit, string rule, string how)
    {
        var status = Any.EntersIntoForceAfter(3, "0 days")
            .LaterParticipants(
                new()
                {
                    Article = "art. 16(3)",
                    Delay = Iso.Delay("90 days"),
                    OnlyAfterEntryIntoForce = true,
                }
            )
            .Where($"{deposit} AUT accession")
            .Status();

        Assert.That(status.EffectFor("AUT").Rule.WireName(), Is.EqualTo(rule));
        Assert.That(
            status.WhyIn(NamedCount.PartiesInForce, "AUT", "1995-01-01"),
            Does.StartWith("counted: in-force, art. 16(3)\n").And.Contain(how)
        );
    }

    [TestCase("1989-06-01", "1990-01-01")]
    [TestCase("2010-06-01", "2010-06-01")]
    public void The_reason_says_that_the_clause_is_not_known(string deposit, string effect)
    {
        var status = Any.LaterParticipants(new() { Reason = "not read" }).Where($"{deposit} AUT accession").Status();

        Assert.That(status.EffectFor("AUT"), Is.EqualTo(new Effect(Iso.Day(effect), EffectRule.ClauseNotKnown, "VCLT art. 24(3)")));
        Assert.That(
            status.WhyIn(NamedCount.PartiesInForce, "AUT", "2015-01-01"),
            Does.Contain("its deposit, which is assumed, since the clause for later participants is not known")
        );
        Assert.That(status.CountsOn("2015-01-01").AssumedEffects, Is.EqualTo(1));
        Assert.That(status.CountsOn(deposit).AssumedEffects, Is.EqualTo(deposit == effect ? 1 : 0), "once the day has come");
    }

    [Test]
    public void A_clause_without_a_delay_takes_the_day_of_deposit() =>
        Assert.That(
            Any.LaterParticipants(new() { Article = "art. 5" })
                .Where("2010-06-01 AUT accession")
                .Status()
                .WhyIn(NamedCount.PartiesInForce, "AUT", "2010-06-01"),
            Is.EqualTo(
                "counted: in-force, art. 5\n"
                    + "Accession deposited on 2010-06-01; in force for it from 2010-06-01: the day of its deposit.\n"
                    + "treaty-AUT-accession-2010-06-01"
            )
        );

    static IEnumerable<TestCaseData> Ends()
    {
        yield return new(
            new WithdrawalClause
            {
                Article = "art. XIV",
                Terms = new()
                {
                    FirstYears = 10,
                    ThenYears = 5,
                    NoticeMonths = 6,
                },
            },
            "2010-03-01, with effect from 2015-01-01, the end of the running term."
        );
        yield return new(
            new WithdrawalClause { Article = "art. 46(2)", ReceivedBy = "07-01" },
            "2010-03-01, with effect from 2011-01-01, the first 01-01 after 07-01."
        );
        yield return new(
            new WithdrawalClause
            {
                Article = "art. XI",
                ReceivedBy = "07-01",
                EffectOn = "12-31",
            },
            "2010-03-01, with effect from 2010-12-31, the first 12-31 after 07-01."
        );
        yield return new(
            new WithdrawalClause { Article = "art. 40", EffectAfterReceipt = Iso.Delay("12 months") },
            "2010-03-01, with effect from 2011-03-01."
        );
    }

    [TestCaseSource(nameof(Ends))]
    public void The_reason_says_how_the_day_of_withdrawal_was_found(WithdrawalClause clause, string end) =>
        Assert.That(
            Any.Withdrawal(clause)
                .Where("2000-01-01 AUT accession\n2010-03-01 AUT withdrawal")
                .Status()
                .WhyIn(NamedCount.Parties, "AUT", "2020-01-01"),
            Does.StartWith($"not counted: withdrawn, {clause.Article}\n").And.Contain($"notice of withdrawal received on {end}\n")
        );

    [Test]
    public void The_reason_says_that_an_early_notice_had_effect_at_once_and_made_no_former_party()
    {
        var status = Scenario
            .Treaty("treaty")
            .EntersIntoForceAfter(2, "0 days")
            .WithdrawalTakes("12 months")
            .Where("2000-01-01 AUT accession\n2001-03-01 AUT withdrawal")
            .Status();

        const string told =
            "Accession deposited on 2000-01-01; notice of withdrawal received on 2001-03-01, with effect from 2001-03-01, at "
            + "once, since the treaty was not in force.";
        Assert.That(status.WhyIn(NamedCount.Parties, "AUT", "2001-03-01"), Does.StartWith($"not counted: withdrawn, art. 40(1)\n{told}\n"));
        Assert.That(
            status.WhyIn(NamedCount.FormerParties, "AUT", "2001-03-01"),
            Does.StartWith($"not counted: never-in-force, art. 40(1)\n{told} The treaty was never in force for it.\n")
        );
    }

    [Test]
    public void A_notice_received_on_the_day_of_entry_into_force_has_the_effect_that_the_clause_gives() =>
        Assert.That(
            Any.WithdrawalTakes("12 months")
                .Where("1989-01-01 AUT accession\n1990-01-01 AUT withdrawal")
                .Status()
                .WhyIn(NamedCount.Parties, "AUT", "2020-01-01"),
            Does.Contain("notice of withdrawal received on 1990-01-01, with effect from 1991-01-01.\n")
        );

    [Test]
    public void The_reason_says_that_the_clause_gives_no_day() =>
        Assert.That(
            Any.Withdrawal(new() { Article = "art. 9" })
                .Where("2000-01-01 AUT accession\n2010-03-01 AUT withdrawal")
                .Status()
                .WhyIn(NamedCount.Parties, "AUT", "2020-01-01"),
            Does.Contain("the day of its effect is not known: the clause gives none.")
        );

    static IEnumerable<TestCaseData> Uncounted()
    {
        yield return new(new EntryIntoForceCondition { Share = 0.555m, Of = "emissions" }, "55.5 per cent of 'emissions'");
        yield return new(new EntryIntoForceCondition { Instruments = 8, Among = "emissions" }, "8 instruments among 'emissions'");
        yield return new(
            new EntryIntoForceCondition
            {
                Fraction = "2/3",
                OfPartiesTo = "parent",
                PartiesOn = EntryIntoForceCondition.EachDeposit,
            },
            "2/3 of the parties to parent"
        );
    }

    [TestCaseSource(nameof(Uncounted))]
    public void The_reason_names_the_condition_towards_which_an_instrument_does_not_count(EntryIntoForceCondition condition, string text) =>
        Assert.That(
            Scenario
                .Treaty("treaty")
                .EntersIntoForce(
                    new()
                    {
                        Article = "art. 21",
                        Conditions = [condition],
                        Delay = new(),
                    }
                )
                .AmendmentTo(Scenario.Treaty("parent"))
                .WithList("emissions", "BEL 20")
                .Where("2000-01-01 AUT accession")
                .Status()
                .WhyIn(NamedCount.CountedForEntryIntoForce, "AUT", "2000-01-01"),
            Does.StartWith(
                $"not counted: condition-does-not-count, art. 21\nIts instrument counts towards no condition of entry into force: {text}.\n"
            )
        );

    [Test]
    public void The_reason_names_each_condition_towards_which_an_instrument_does_not_count() =>
        Assert.That(
            Scenario
                .Treaty("treaty")
                .EntersIntoForce(
                    new()
                    {
                        Conditions = [new() { Share = 0.5m, Of = "emissions" }, new() { Instruments = 8, Among = "emissions" }],
                        Delay = new(),
                    }
                )
                .WithList("emissions", "BEL 20")
                .Where("2000-01-01 AUT accession")
                .Status()
                .WhyIn(NamedCount.CountedForEntryIntoForce, "AUT", "2000-01-01"),
            Does.Contain(": 50 per cent of 'emissions'; 8 instruments among 'emissions'.\n")
        );

    [Test]
    public void The_reason_names_the_treaty_to_which_a_participant_must_be_party_to_count() =>
        Assert.That(
            Scenario
                .Treaty("treaty")
                .ProtocolTo(Scenario.Treaty("parent"))
                .OpenToPartiesOf("parent")
                .Where("2000-01-01 AUT accession")
                .Status()
                .WhyIn(NamedCount.CountedForEntryIntoForce, "AUT", "2000-01-01"),
            Does.StartWith(
                "not counted: parent-condition-unmet, art. 37(2)\n"
                    + "Its instrument does not count towards the threshold while it is not a party to parent.\n"
            )
        );

    [TestCase("", " One of its members must be bound first.")]
    [TestCase("2000-01-01 BEL accession", "")]
    [TestCase("2000-01-01 CHN accession", " One of its members must be bound first.", Description = "no member")]
    [TestCase("2000-01-01 GBR accession", " One of its members must be bound first.", Description = "no member any more")]
    public void An_organization_may_need_a_member_first(string acts, string condition)
    {
        var scenario = Any.Where("1999-01-01 EUU signature\n" + acts);
        scenario = scenario with
        {
            Instrument = scenario.Instrument with
            {
                FinalClauses = scenario.Instrument.FinalClauses with
                {
                    OpenTo = new() { States = "all", RequiresMemberFirst = true },
                },
            },
        };

        Assert.That(
            scenario.Status().WhatWouldChange("EUU", "2021-01-01"),
            Is.EqualTo(
                "formal-confirmation: 2021-01-31, art. 38(2)\n"
                    + "Consent to be bound deposited on 2021-01-01 would make it a party, and the treaty would be in force for "
                    + $"it from 2021-01-31.{condition}"
            )
        );
    }

    [Test]
    public void A_State_needs_no_member()
    {
        var scenario = Any.Where("1999-01-01 AUT signature");
        scenario = scenario with
        {
            Instrument = scenario.Instrument with
            {
                FinalClauses = scenario.Instrument.FinalClauses with
                {
                    OpenTo = new() { States = "all", RequiresMemberFirst = true },
                },
            },
        };

        Assert.That(scenario.Status().WhatWouldChange("AUT", "2021-01-01"), Does.EndWith("from 2021-01-31."));
    }

    [Test]
    public void A_possible_consent_says_that_the_clause_is_not_known() =>
        Assert.That(
            Any.LaterParticipants(new() { Reason = "not read" })
                .Where("1999-01-01 AUT signature")
                .Status()
                .WhatWouldChange("AUT", "2021-01-01"),
            Is.EqualTo(
                "ratification: 2021-01-01, VCLT art. 24(3)\n"
                    + "Consent to be bound deposited on 2021-01-01 would make it a party, and the treaty would be in force for it "
                    + "from 2021-01-01. The clause for later participants is not known (not read); the day is assumed."
            )
        );

    [TestCase("1990-01-01", "1990-01-01")]
    [TestCase("1990-01-02", "1990-04-02")]
    public void A_possible_consent_before_entry_into_force_takes_the_treatys_own_day(string day, string effect) =>
        Assert.That(
            Any.LaterParticipants(
                    new()
                    {
                        Article = "art. 16(3)",
                        Delay = Iso.Delay("90 days"),
                        OnlyAfterEntryIntoForce = true,
                    }
                )
                .Where("1989-01-01 AUT signature")
                .Status()
                .WhatWouldChange("AUT", day),
            Does.StartWith($"ratification: {effect}, art. 16(3)\n")
        );

    [Test]
    public void Nothing_could_be_done_by_a_State_that_has_ceased_to_exist() =>
        Assert.That(
            Any.Among(new() { Code = "XXX", Kind = ParticipantKind.FormerState })
                .Where("2000-01-01 XXX accession\n2005-01-01 XXX cessation")
                .Status()
                .WhatWouldChange("XXX", "2005-01-01"),
            Is.Empty
        );

    [Test]
    public void A_party_could_withdraw_on_no_known_day_where_the_clause_gives_none() =>
        Assert.That(
            Any.Withdrawal(new() { Article = "art. 9" }).Where("2000-01-01 AUT accession").Status().WhatWouldChange("AUT", "2010-01-01"),
            Is.EqualTo(
                "withdrawal: none, art. 9\n"
                    + "A notice of withdrawal received on 2010-01-01 would leave it no longer bound from a day that the record "
                    + "cannot compute: the clause gives none."
            )
        );

    [Test]
    public void A_party_to_the_parent_before_the_amendment_is_in_force_has_not_opted_out() =>
        Assert.That(
            Scenario
                .Treaty("amendment")
                .EntersIntoForceAfter(2, "0 days")
                .BindingAllPartiesOf(Scenario.Treaty("parent").Where("1990-01-01 AUT accession"))
                .Where("2000-01-01 AUT withdrawal")
                .Status()
                .WhyIn(NamedCount.PartiesInForce, "AUT", "2000-01-01"),
            Is.EqualTo("not counted: no-consent, no article\nNo consent to be bound is recorded.")
        );
}
