using TreatyTracker.Api.Data;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Law;
using static TreatyTracker.Api.Tests.StatusTables.Lighthouses;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>A status table is a snapshot, not a history: what each of its rows does to a record.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MergeTests
{
    [TestCase("https://evil.example")]
    [TestCase("HTTP://evil.example")]
    [TestCase("www.evil.example")]
    [TestCase("GH-26")]
    [TestCase("0123456789abcdef0123456789abcdef01234567")]
    [TestCase("a1b2c3d")]
    public void Nothing_in_a_plan_becomes_a_link_of_GitHub(string text)
    {
        var plan = MergeMarkdown.Of(new([], [], [], [new("x.xml", null, $"See {text} there.")]));
        Assert.That(plan, Does.Not.Contain(text));
        Assert.That(plan.Replace("\u200B", "", StringComparison.Ordinal), Does.Contain($"See {text} there."));
    }

    [TestCase("XAR signature 2000-05-05", "Arvania: signature 2000-05-05")]
    [TestCase("XAR accession 2005-01-09", "Arvania: accession 2005-01-09")]
    [TestCase("XAR accession 2005-01-09|XAR withdrawal 2010-03-03", "Arvania: [accession 2005-01-09]")]
    [TestCase("XAR accession 2005-01-09|XAR withdrawal 2010-03-03", "")]
    [TestCase("XAR accession 2005-01-09|XAR withdrawal 2010-03-03|XAR accession 2015-05-05", "Arvania: accession 2015-05-05")]
    [TestCase("XAR accession 2005-01-09", "Arvania: accession 2005", Description = "the table is less exact")]
    [TestCase("XAR signature 2000-05-05|XAR signature-withdrawn 2002-02-02", "Arvania: [signature 2000-05-05]")]
    [TestCase("XAR provisional-application 2003-03-03", "Arvania: provisional-application 2003-03-03")]
    [TestCase("XAR definitive-signature 2000-05-05", "Arvania: definitive-signature 2000-05-05")]
    [TestCase("XAR accession 2024-07-02", "", Description = "it is newer than the table")]
    public void What_the_record_has_is_left_as_it_is(string recorded, string table) =>
        Assert.That(Lines(Merged(recorded, table)), Is.Empty);

    [TestCase("", "Arvania: signature 2000-05-05; ratification 2004-04-04", "+ XAR signature 2000-05-05|+ XAR ratification 2004-04-04")]
    [TestCase("XAR signature 2000-05-05", "Arvania: signature 2000-05-05; ratification 2004-04-04", "+ XAR ratification 2004-04-04")]
    [TestCase("", "Arvania: provisional-application 2003-03-03", "+ XAR provisional-application 2003-03-03")]
    [TestCase("", "Arvania: succession 2003-03-03", "+ XAR succession 2003-03-03")]
    [TestCase("", "Arvania: accession 2003-03", "+ XAR accession 2003-03")]
    [TestCase("", "Arvania: accession 2005-01-09; withdrawal 2010-03-03", "+ XAR accession 2005-01-09|+ XAR withdrawal 2010-03-03")]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2005-01-09; withdrawal 2010-03-03; accession 2015-05-05",
        "+ XAR withdrawal 2010-03-03|+ XAR accession 2015-05-05"
    )]
    public void What_the_record_lacks_is_new(string recorded, string table, string plan) =>
        Assert.That(Lines(Merged(recorded, table)), Is.EqualTo(plan.Split('|')));

    [TestCase("XAR accession 2015-05-05")]
    [TestCase("XAR withdrawal-revoked 2010-06-06")]
    public void A_departure_after_a_return_is_another_one(string back) =>
        Assert.That(
            Merged(
                $"XAR accession 2005-01-09|XAR withdrawal 2010-03-03|{back}",
                $"Arvania: accession 2005-01-09; {(back.Contains("revoked", StringComparison.Ordinal) ? "" : "accession 2015-05-05; ")}"
                    + "withdrawal 2020-02-02"
            )
                .New.Select(MergeText.Words),
            Is.EqualTo(new[] { "XAR withdrawal 2020-02-02" })
        );

    [TestCase("XAR accession 2005-01-09", "Arvania: accession 2005-01-08", "accession 2005-01-09 is accession 2005-01-08")]
    [TestCase("XAR accession 2005-01-09", "Arvania: ratification 2005-01-09", "accession 2005-01-09 is ratification 2005-01-09")]
    [TestCase("XAR signature 2000-05-05", "Arvania: signature 2000-05-06", "signature 2000-05-05 is signature 2000-05-06")]
    public void A_table_older_than_the_record_corrects_nothing_by_itself(string recorded, string table, string conflict)
    {
        var older = Merged(recorded, table, r => r with { AsAt = new(2020, 1, 1) });
        Assert.That(Lines(older), Is.EqualTo(new[] { $"? XAR {conflict} in an older table (older-table)" }));
        var decision = new MergeDecision("XAR", older.Conflicts.Single().What, "correction", null, 2);
        var decided = Merged(recorded, table, r => r with { AsAt = new(2020, 1, 1), Decisions = [decision] });
        Assert.That((decided.Corrections.Count, decided.Conflicts.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Conflicts_that_allow_other_decisions_stand_under_a_question_of_their_own()
    {
        var plan = Merged(
            "XAR accession 2005-01-09|XBO accession 2021-06-06",
            "Arvania: accession 2005-01-08|Borland: accession 2005-06-06",
            r => r with { AsAt = new(2020, 1, 1) }
        );
        Assert.That(
            MergeText.Sections(plan).Select(s => s.Title[s.Title.IndexOf("Decide", StringComparison.Ordinal)..]),
            Is.EqualTo(new[] { "Decide: correction | keep", "Decide: left [DAY] [effect DAY] | correction | keep" })
        );
    }

    [Test]
    public void A_table_older_than_the_record_still_makes_a_vague_day_exact() =>
        Assert.That(
            Lines(Merged("XAR accession 2005", "Arvania: accession 2005-11-08", r => r with { AsAt = new(2020, 1, 1) })),
            Is.EqualTo(new[] { "~ XAR accession 2005 > XAR accession 2005-11-08" })
        );

    [TestCase("", "+ XAR accession with effect from 2005-02-08")]
    [TestCase("XAR accession 2005-01-09", "", Description = "the clause gives that day of effect")]
    [TestCase("XAR accession - effect 2005-02-08", "")]
    [TestCase("XAR accession 2005-01-19", "? XAR accession 2005-01-19 is accession in force from 2005-02-08 in the table (another-day)")]
    [TestCase("XAR accession 2005", "? XAR accession 2005 is accession in force from 2005-02-08 in the table (another-day)")]
    public void A_row_that_states_the_effect_alone_contradicts_only_another_effect(string recorded, string plan)
    {
        var row = Row("Arvania: accession 2005-02-08 effect 2005-02-08");
        var merged = Merged(
            Split(recorded),
            Table("Arvania: accession 2005-02-08") with
            {
                Rows = [row with { Acts = [row.Acts[0] with { EffectOnly = true }] }],
            },
            r => r
        );
        Assert.That(Lines(merged), Is.EqualTo(plan.Split('|', StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestCase(false, null)]
    [TestCase(true, "2005-02-08", Description = "otherwise it would be assumed")]
    public void A_stated_effect_stays_where_the_clause_does_not_give_it(bool isUnknown, string? effect)
    {
        var merged = Merged(
            [],
            Table("Arvania: accession 2005-02-08 effect 2005-02-08"),
            r =>
                r with
                {
                    Treaty = r.Treaty with
                    {
                        FinalClauses = r.Treaty.FinalClauses with { LaterParticipants = isUnknown ? new() { Reason = "not read" } : null },
                    },
                }
        );
        Assert.That(merged.New.Single().EffectiveOn, Is.EqualTo(Instant.ParseDay(effect)));
    }

    [Test]
    public void A_row_that_names_its_sources_keeps_them_with_its_verification_and_its_note()
    {
        var row = Row("Arvania: accession 2005-01-09");
        var act = row.Acts[0] with { Sources = ["gazette"], Verification = Verification.Unverified, Note = "misprinted" };
        var added = Merged([], Table("Arvania: accession 2005-01-09") with { Rows = [row with { Acts = [act] }] }, r => r).New.Single();
        Assert.That(
            (added.Sources.Single(), added.Verification, added.Note),
            Is.EqualTo(("gazette", Verification.Unverified, "misprinted"))
        );
    }

    [Test]
    public void A_consent_after_a_recorded_withdrawal_is_new() =>
        Assert.That(
            Lines(Merged("XAR accession 2005-01-09|XAR withdrawal 2010-03-03", "Arvania: accession 2015-05-05")),
            Is.EqualTo(new[] { "+ XAR accession 2015-05-05" })
        );

    [TestCase("XAR accession 2005-01-09", "Arvania: accession 2005-01-08", "XAR accession 2005-01-09 > XAR accession 2005-01-08")]
    [TestCase("XAR accession 2005-01-09", "Arvania: ratification 2005-01-09", "XAR accession 2005-01-09 > XAR ratification 2005-01-09")]
    [TestCase("XAR accession 2005", "Arvania: accession 2005-11-08", "XAR accession 2005 > XAR accession 2005-11-08")]
    [TestCase(
        "XAR accession - effect 2005-02-08",
        "Arvania: accession 2005-01-09",
        "XAR accession with effect from 2005-02-08 > XAR accession 2005-01-09"
    )]
    [TestCase("XAR signature 2000-05-05", "Arvania: signature 2000-05-06", "XAR signature 2000-05-05 > XAR signature 2000-05-06")]
    [TestCase(
        "XAR accession 2005-01-09|XAR withdrawal 2010-03-03",
        "Arvania: accession 2005-01-06",
        "XAR accession 2005-01-09 > XAR accession 2005-01-06"
    )]
    [TestCase("XAR accession 2005-01-09", "Arvania: ratification 2005", "XAR accession 2005-01-09 > XAR ratification 2005-01-09")]
    [TestCase(
        "XAR accession 2005-01-09|XAR withdrawal 2010",
        "Arvania: accession 2005-01-09; withdrawal 2010-03-03",
        "XAR withdrawal 2010 > XAR withdrawal 2010-03-03"
    )]
    public void Another_day_or_kind_is_a_correction_with_both_shown(string recorded, string table, string correction) =>
        Assert.That(Lines(Merged(recorded, table)), Is.EqualTo(new[] { $"~ {correction}" }));

    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2015-05-05",
        "accession 2005-01-09 is accession 2015-05-05 in the table (moved-past-effect)"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2005-01-10",
        "accession 2005-01-09 is accession 2005-01-10 in the table (moved-past-effect)"
    )]
    [TestCase("XAR accession 2005-01-09", "Arvania: [accession 2005-01-09]", "accession 2005-01-09 stands in square brackets (bracketed)")]
    [TestCase("", "Arvania: [accession 2005-01-09]", "accession 2005-01-09 stands in square brackets (bracketed)")]
    [TestCase("XAR signature 2000-05-05", "Arvania: [signature 2000-05-05]", "signature 2000-05-05 stands in square brackets (bracketed)")]
    [TestCase("XAR accession 2005-01-09", "", "accession 2005-01-09 is not in the table (absent)")]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: provisional-application 2003-03-03",
        "accession 2005-01-09 is not in the table (absent)"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2005-01-09; acceptance 2015-05-05",
        "acceptance 2015-05-05 follows accession 2005-01-09 (second-consent)"
    )]
    [TestCase(
        "XAR accession 2024-07-02",
        "Arvania: accession 2005-01-09",
        "accession 2024-07-02 is accession 2005-01-09 in an older table (older-table)"
    )]
    [TestCase(
        "XAR accession 2005-01-09|XAR withdrawal 2010-03-03",
        "Arvania: accession 2009-01-12",
        "accession 2005-01-09 is accession 2009-01-12 in the table (moved-past-effect)",
        Description = "it has left since"
    )]
    [TestCase(
        "XAR accession 2005-01-09|XAR withdrawal 2010-03-03|XAR withdrawal-revoked 2010-06-06",
        "Arvania: accession 2015-05-05",
        "accession 2005-01-09 is accession 2015-05-05 in the table (moved-past-effect)",
        Description = "a revoked notice ended nothing"
    )]
    [TestCase(
        "XAR accession 2005-01-09|XAR withdrawal 2010-03-03|XAR withdrawal-revoked 2010-06-06",
        "Arvania: [accession 2005-01-09]",
        "accession 2005-01-09 stands in square brackets (bracketed)",
        Description = "nor does it explain brackets"
    )]
    [TestCase(
        "XAR accession 2005-01-09|XAR withdrawal 2010-03-03",
        "Arvania: accession 2005-01-09; withdrawal 2010-04-04",
        "withdrawal 2010-03-03 is withdrawal 2010-04-04 in the table (another-day)"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2004",
        "accession 2005-01-09 is accession 2004 in the table (another-day)",
        Description = "a year that excludes the recorded day"
    )]
    [TestCase("XAR signature 2000-05-05", "Arvania: signature 2001", "signature 2000-05-05 is signature 2001 in the table (another-day)")]
    public void What_the_table_does_not_say_a_person_decides(string recorded, string table, string conflict)
    {
        var plan = Merged(recorded, table);
        Assert.That(Lines(plan).Where(l => l.StartsWith('?')), Is.EqualTo(new[] { $"? XAR {conflict}" }));
        Assert.That(plan.Corrections, Is.Empty);
        Assert.That(plan.New.Where(e => e.Kind.IsConsent()), Is.Empty, "nothing of it is recorded before");
    }

    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2015-05-05",
        "correction",
        "~ XAR accession 2005-01-09 > XAR accession 2015-05-05"
    )]
    [TestCase("XAR accession 2005-01-09", "Arvania: accession 2015-05-05", "keep", "")]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2015-05-05",
        "left 2010-03-03",
        "+ XAR withdrawal 2010-03-03|+ XAR accession 2015-05-05"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2015-05-05",
        "left 2010 effect 2011-01-01",
        "+ XAR withdrawal 2010 with effect from 2011-01-01|+ XAR accession 2015-05-05"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2015-05-05",
        "left",
        "+ XAR accession 2015-05-05|+ XAR withdrawal 2005-01-09/2015-05-05 with effect from 2015-05-05"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: [accession 2005-01-09]",
        "left",
        "+ XAR withdrawal 2023-12-31/2024-06-30 with effect from 2024-06-30"
    )]
    [TestCase("", "Arvania: [accession 2005-01-09]", "left 2010-03-03", "+ XAR accession 2005-01-09|+ XAR withdrawal 2010-03-03")]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: [accession 2005-01-09]; accession 2015-05-05",
        "left 2010-03-03",
        "+ XAR withdrawal 2010-03-03|+ XAR accession 2015-05-05"
    )]
    [TestCase("XAR signature 2000-05-05", "Arvania: [signature 2000-05-05]", "left 2002-02-02", "+ XAR signature-withdrawn 2002-02-02")]
    [TestCase(
        "XAR accession 2024-07-02",
        "Arvania: accession 2005-01-09",
        "left",
        "+ XAR accession 2005-01-09|+ XAR withdrawal 2024-06-30/2024-07-02 with effect from 2024-07-02"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2005-01-09; acceptance 2015-05-05",
        "left 2010-03-03",
        "+ XAR withdrawal 2010-03-03|+ XAR acceptance 2015-05-05"
    )]
    [TestCase(
        "XAR accession 2005-01-09",
        "Arvania: accession 2024-05-05",
        "left",
        "+ XAR accession 2024-05-05|+ XAR withdrawal 2023-12-31/2024-05-05 with effect from 2024-05-05"
    )]
    [TestCase("XAR accession 2005-01-09", "", "ceased 2010-03-03", "+ XAR cessation 2010-03-03")]
    [TestCase("XAR accession 2005-01-09", "", "retract", "~ XAR accession 2005-01-09 > nothing")]
    [TestCase("XAR accession 2005-01-09", "", "keep", "")]
    public void A_decision_is_applied(string recorded, string table, string decision, string plan)
    {
        var undecided = Merged(recorded, table);
        var decided = Merged(
            recorded,
            table,
            r => r with { Decisions = [new("XAR", undecided.Conflicts.Single().What, decision, null, 2)] }
        );
        Assert.That(Lines(decided), Is.EqualTo(plan.Split('|', StringSplitOptions.RemoveEmptyEntries)));
        Assert.That(decided.Applied.Single().Text, Is.EqualTo(decision));
    }

    [TestCase("leeft", "'leeft' is not one of left, correction, keep. Did you mean left?")]
    [TestCase("retract", "'retract' is not one of left, correction, keep.")]
    [TestCase("left 2010-02-30", "'2010-02-30' is not a day or period; write YYYY-MM-DD")]
    [TestCase("left 2010 effect 2011", "the effect '2011' is not a day of the calendar")]
    [TestCase("left 2010 2011", "'2011' is not understood; write left [DAY] [effect DAY]")]
    [TestCase("keep it", "the decision 'keep' stands alone")]
    [TestCase("left 9999-12-31 effect 0001-01-01", "decisions/lighthouses.csv:2: '9999-12-31' ends after 2015-05-05")]
    [TestCase("left 2005-01-09", "'2005-01-09' is not after 2005-01-09, the day of what it ends")]
    [TestCase("left 2010-03-03 effect 2010-03-02", "the effect 2010-03-02 is before the notice")]
    [TestCase("left effect 2005-01-09", "the effect 2005-01-09 is before the notice")]
    public void A_decision_that_is_not_understood_leaves_the_conflict_open_and_says_what_is_possible(string decision, string problem)
    {
        const string recorded = "XAR accession 2005-01-09";
        const string table = "Arvania: accession 2015-05-05";
        var what = Merged(recorded, table).Conflicts.Single().What;
        var plan = Merged(recorded, table, r => r with { Decisions = [new("XAR", what, decision, null, 2)] });
        Assert.That(plan.Conflicts.Single().DecisionProblem, Does.Contain(problem));
        Assert.That((plan.New.Count, plan.Corrections.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Accept_left_takes_brackets_for_a_withdrawal_between_the_last_known_day_and_that_of_the_table()
    {
        var plan = Merged("XAR accession 2005-01-09", "Arvania: [accession 2005-01-09]", r => r with { AcceptLeft = true });
        var withdrawal = plan.New.Single();
        Assert.That(
            (withdrawal.Kind, withdrawal.DatePeriod.ToString(), withdrawal.Verification),
            Is.EqualTo((EventKind.Withdrawal, "2023-12-31/2024-06-30", Verification.Unverified))
        );
        Assert.That(plan.Proof.ComputedParties, Is.Zero, "it is no party on the day of the table");
        Assert.That(plan.Conflicts, Is.Empty);
    }

    [Test]
    public void Accept_left_decides_nothing_but_brackets() =>
        Assert.That(
            Merged("XAR accession 2005-01-09|XBO accession 2005-01-09", "Borland: accession 2015-05-05", r => r with { AcceptLeft = true })
                .Conflicts.Select(c => c.Kind),
            Is.EqualTo(new[] { ConflictKind.Absent, ConflictKind.MovedPastEffect })
        );

    [Test]
    public void A_conflict_does_not_stop_the_rest_of_the_table()
    {
        var plan = Merged("XAR accession 2005-01-09", "Arvania: accession 2015-05-05|Borland: accession 2016-06-06");
        Assert.That(plan.New.Select(MergeText.Words), Is.EqualTo(new[] { "XBO accession 2016-06-06" }));
        Assert.That(plan.Conflicts, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_correction_past_entry_into_force_brings_the_waiver_without_which_an_import_refuses_it()
    {
        var decision = new MergeDecision("XAR", "accession 2005-01-09 is accession 2015-05-05 in the table", "correction", "notice", 2);
        var plan = Merged("XAR accession 2005-01-09", "Arvania: accession 2015-05-05", r => r with { Decisions = [decision] });
        var waiver = plan.Waivers.Single();
        Assert.That(
            (waiver.Rule, waiver.Treaty, waiver.Participant, waiver.Day, waiver.Source),
            Is.EqualTo(("consent-moved-past-effect", "lighthouses", "XAR", new DateOnly(2015, 5, 5), "notice"))
        );
        Assert.That(plan.Corrections.Single().After!.Sources, Is.EqualTo(new[] { "new", "notice" }));
    }

    [Test]
    public void New_events_cite_the_source_and_the_instant_of_the_merge()
    {
        var added = Merged("", "Arvania: accession 2005-01-09").New.Single();
        Assert.That(
            (added.Sources.Single(), added.RecordedAt, added.Verification, added.Id),
            Is.EqualTo(("new", Now, Verification.Table, "lighthouses-XAR-accession-2005-01-09"))
        );
    }

    [TestCase("2005-02-08", null, Description = "thirty days after the deposit, as the clause has it")]
    [TestCase("2005-03-01", "2005-03-01")]
    public void A_stated_effect_is_recorded_only_where_the_clause_gives_another(string stated, string? recorded) =>
        Assert.That(
            Merged("", $"Arvania: accession 2005-01-09 effect {stated}").New.Single().EffectiveOn,
            Is.EqualTo(Instant.ParseDay(recorded))
        );

    [Test]
    public void A_stated_effect_other_than_that_of_a_recorded_consent_is_shown() =>
        Assert.That(
            Merged("XAR accession 2005-01-09", "Arvania: accession 2005-01-09 effect 2005-03-01").Notes.Single(),
            Does.Contain("the table states effect from 2005-03-01, the record gives 2005-02-08")
        );

    [Test]
    public void A_name_that_leads_to_nobody_is_listed_and_the_counts_are_not_proved()
    {
        var plan = Merged("", "Atlantis: accession 2005-01-09|Borland: accession 2016-06-06", 1);
        Assert.That(Lines(plan), Is.EqualTo(new[] { "+ XBO accession 2016-06-06", "! Atlantis" }));
        Assert.That(plan.NeedsDecision);
        Assert.That(plan.Treaty.CompleteThrough, Is.EqualTo(Convention.CompleteThrough));
        Assert.That(plan.Published, Is.Empty);
    }

    [Test]
    public void What_is_later_than_the_table_s_own_day_is_not_used() =>
        Assert.That(Lines(Merged("", "Arvania: accession 2024-07-01")), Is.EqualTo(new[] { "! accession 2024-07-01" }));

    [Test]
    public void Equal_counts_prove_the_record_through_the_table_s_day()
    {
        var plan = Merged("", "Arvania: signature 2000-05-05|Borland: accession 2016-06-06", 1, 1);
        Assert.That(plan.Proof.Agrees);
        Assert.That((plan.Treaty.CompleteThrough, plan.Treaty.Coverage), Is.EqualTo((AsAt, (Coverage?)Coverage.Proved)));
        Assert.That(
            plan.Published.Select(p => (p.AsOf, p.Metric, p.Published, p.Source)),
            Is.EqualTo(new[] { (AsAt, PublishedMetric.Parties, 1, "new"), (AsAt, PublishedMetric.Signatories, 1, "new") })
        );
    }

    [Test]
    public void Other_counts_leave_it_where_it_was_and_name_suspects()
    {
        var plan = Merged("XAR accession 2005-01-09|XBO accession 2016-06-06", "Borland: accession 2016-06-06", 1);
        Assert.That(plan.Proof.Agrees, Is.False);
        Assert.That(plan.Treaty.CompleteThrough, Is.EqualTo(Convention.CompleteThrough));
        Assert.That(plan.Proof.Suspects, Has.Some.StartsWith("XAR is counted"));
        Assert.That(plan.Published, Is.Empty, "an import refuses a published count that events contradict; the conflict comes first");
    }

    [Test]
    public void A_record_that_lost_a_bracket_is_suspected() =>
        Assert.That(
            Merged("XAR accession 2005-01-09|XAR withdrawal 2010-03-03", "Arvania: accession 2005-01-09", 1).Proof.Suspects,
            Has.Some.StartsWith("XAR has a consent in the table; it is not counted")
        );

    [Test]
    public void Without_a_header_nothing_is_proved()
    {
        var plan = Merged("", "Borland: accession 2016-06-06");
        Assert.That((plan.Proof.Agrees, plan.NeedsDecision), Is.EqualTo((false, false)));
        Assert.That(plan.Treaty, Is.EqualTo(Convention));
    }

    [Test]
    public void An_older_table_never_moves_the_record_back()
    {
        var plan = Merged(
            ["XBO accession 2016-06-06"],
            Table("Borland: accession 2016-06-06") with
            {
                Parties = 1,
            },
            r => r with { AsAt = new(2020, 1, 1) }
        );
        Assert.That((plan.Proof.Agrees, plan.Treaty.CompleteThrough), Is.EqualTo((true, Convention.CompleteThrough)));
    }

    [Test]
    public void Several_deposits_of_one_consent_are_one_consent()
    {
        var treaty = Convention with { Depositaries = ["London", "Moscow"], Depositary = "London" };
        var plan = Merged(
            ["XAR ratification 2005-01-09 with London"],
            Table("Arvania: ratification 2005-01-09 with London; ratification 2005-02-10 with Moscow"),
            r => r with { Treaty = treaty }
        );
        Assert.That(Lines(plan), Is.EqualTo(new[] { "+ XAR ratification 2005-02-10 with Moscow" }));
    }

    [Test]
    public void Merging_the_result_again_changes_nothing()
    {
        var table = Table(
            "Arvania: [accession 2005-01-09]",
            "Borland: accession 2015-05-05",
            "Cerulea: signature 2000-05-05; ratification 2006"
        );
        var first = Merged(["XBO accession 2005-01-09"], table, r => r with { AcceptLeft = true });
        var again = Merged([], table, r => r with { AcceptLeft = true, Events = first.Events, Treaty = first.Treaty });
        Assert.That(first.New, Has.Count.EqualTo(4));
        Assert.That((again.New.Count, again.Corrections.Count), Is.EqualTo((0, 0)));
        Assert.That(again.Conflicts, Is.EqualTo(first.Conflicts));
    }

    static MergePlan Merged(string recorded, string table, Func<MergeRequest, MergeRequest>? with = null) =>
        Lighthouses.Merged(Split(recorded), Table(Split(table)), with);

    static MergePlan Merged(string recorded, string table, int parties, int? signatories = null) =>
        Lighthouses.Merged(Split(recorded), Table(Split(table)) with { Parties = parties, Signatories = signatories });

    static MergePlan Merged(string[] recorded, StatusTable table, Func<MergeRequest, MergeRequest> with) =>
        Lighthouses.Merged(recorded, table, with);

    static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
