using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;
using static TreatyTracker.Api.Tests.Cases.WiderSeeds;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>What seeds can say beside days and kinds: periods, depositaries, counterparts, lists, clauses, statehood.</summary>
public sealed class WiderSeedsTests
{
    [Test]
    public void All_of_it_survives_an_import_and_an_export_byte_for_byte()
    {
        using var scratch = new Scratch();
        var seeds = Write(scratch);
        scratch.Database.Prepare();
        Import.Run(scratch.Database, SeedReader.Read(seeds), Times.Start);

        var held = Register.Load(scratch.Database).Facts;

        var read = SeedReader.Read(seeds);
        Assert.That(
            held.Events.OrderBy(e => e.Id, StringComparer.Ordinal),
            Is.EqualTo(read.Events.OrderBy(e => e.Id, StringComparer.Ordinal))
        );
        Assert.That(held.Participants, Is.EqualTo(read.Participants));
        Assert.That(held.Treaties.Select(t => t.Lists), Is.EqualTo(read.Treaties.Select(t => t.Lists)));
        Assert.That(held.Treaties.Select(t => t.Depositaries), Is.EqualTo(read.Treaties.Select(t => t.Depositaries)));
        Assert.That(held.Treaties.Select(t => t.FinalClauses), Is.EqualTo(read.Treaties.Select(t => t.FinalClauses)));
        Assert.That(Import.Plan(held, read, Times.Start).IsEmpty);
        var first = SeedWriter.Write(held);
        SeedDirectory.Write(seeds, held);
        Assert.That(SeedWriter.Write(SeedReader.Read(seeds)), Is.EqualTo(first));
        Assert.That(first["lists/wide.csv"], Is.EqualTo(Lists));
        Assert.That(first["events/wide.csv"].Split('\n').Order(), Is.EqualTo((Header + Rows).Split('\n').Order()));
    }

    [Test]
    public void What_was_read_is_what_the_law_takes()
    {
        using var scratch = new Scratch();
        var facts = SeedReader.Read(Write(scratch));
        var events = facts.Events.Where(e => e.Treaty == "wide").ToDictionary(e => e.Id[5..]);
        Assert.That(events["JPN-accession-2001-03-31"].DatePeriod.ToString(), Is.EqualTo("2001-03"));
        Assert.That(events["JPN-accession-2001-04-02"].Depositary, Is.EqualTo("Government of Borland"));
        Assert.That(events["KEN-accession-2002-12-31"].DateKnown, Is.EqualTo(DateKnown.Period));
        Assert.That(events["FRA-participation-2003-05-01"].DateKnown, Is.EqualTo(DateKnown.EffectOnly));
        Assert.That(
            (events["JPN-objection-2005-02-01"].Counterpart, events["JPN-objection-2005-02-01"].OpposesEntryIntoForce),
            Is.EqualTo(("KEN", true))
        );
        var wide = facts.Treaties.Single(t => t.Id == "wide");
        Assert.That(wide.Lists[2], Is.EqualTo(new ListEntry("tonnage", "JPN", 12.50m, null)));
        Assert.That(wide.FinalClauses.Withdrawal!.NotWithin!.From, Is.EqualTo(LockInStart.Party));
        Assert.That(wide.FinalClauses.EntryIntoForce.Conditions[1].Share, Is.EqualTo(0.55m));
        Assert.That(facts.Participants.Single(p => p.Code == "ATG").Participant.StatehoodSince, Is.EqualTo(new DateOnly(1981, 11, 1)));
    }

    [Test]
    public void A_change_of_each_value_is_a_correction_that_the_plan_spells_out()
    {
        using var scratch = new Scratch();
        var seeds = Write(scratch);
        scratch.Database.Prepare();
        Import.Run(scratch.Database, SeedReader.Read(seeds), Times.Start);
        var rows = Rows.Replace("JPN,accession,2001-03,", "JPN,accession,2001-03-31,", StringComparison.Ordinal)
            .Replace("table,,,Government of Borland,,", "table,,,Government of Arvania,,", StringComparison.Ordinal)
            .Replace("table,,,,KEN,true", "table,,,,KEN,", StringComparison.Ordinal)
            .Replace("table,,,,NPL,", "table,,,,PER,", StringComparison.Ordinal)
            .Replace("KEN,withdrawal,,2010-06-30,", "KEN,withdrawal,2010-06-30,2010-06-30,", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(seeds, "events", "wide.csv"), Header + rows);
        File.WriteAllText(Path.Combine(seeds, "lists", "wide.csv"), Lists.Replace("12.50", "12.51", StringComparison.Ordinal));

        var plan = Import.Run(scratch.Database, SeedReader.Read(seeds), Times.Start.AddDays(1));

        Assert.That(
            plan.Lines(),
            Is.EquivalentTo(
                new[]
                {
                    "* participants, treaties, sources, published counts or waivers change",
                    "~ wide-JPN-accession-2001-03-31 becomes JPN accession 2001-03-31 with Government of Arvania, unverified",
                    "~ wide-JPN-accession-2001-04-02 becomes JPN accession 2001-04-02 with Government of Arvania, table",
                    "~ wide-JPN-objection-2005-02-01 becomes JPN objection 2005-02-01 towards KEN, table",
                    "~ wide-JPN-objection-2005-02-02 becomes JPN objection 2005-02-02 towards PER, table",
                    "~ wide-KEN-withdrawal-2010-06-30 becomes KEN withdrawal 2010-06-30 with effect from 2010-06-30, table",
                }
            )
        );
        var held = Register.Load(scratch.Database).Facts;
        var read = SeedReader.Read(seeds);
        Assert.That(Import.Plan(held, read, Times.Start.AddDays(2)).IsEmpty);
        Assert.That(History.KnownAt(held.Events, DateTimeOffset.MaxValue).Count(), Is.EqualTo(read.Events.Count));
    }

    [TestCase("JPN,accession,2001-03,,,table,,,,,", "verification must be unverified")]
    [TestCase("JPN,accession,2001-13,,,unverified,,,,,", "is not a day or period")]
    [TestCase("JPN,accession,2002/2001,,,unverified,,,,,", "is not a day or period")]
    [TestCase("JPN,accession,,,,table,,,,,", "date is empty")]
    [TestCase(
        "JPN,accession,2001-03-01,,,table,,,Government of Borlan,,",
        "is not a depositary in treaties/wide.json. Did you mean Government of Borland"
    )]
    [TestCase(
        "JPN,objection,2001-03-01,,,table,,,,KENN,",
        "counterpart 'KENN' is not the code of a participant in participants.csv. Did you mean KEN"
    )]
    [TestCase("JPN,objection,2001-03-01,,,table,,,,JPN,", "counterpart is the participant itself")]
    [TestCase("JPN,objection,2001-03-01,,,table,,,,KEN,yes", "opposes_entry_into_force 'yes' is not 'true'")]
    [TestCase("JPN,declaration,2001-03-01,,,table,,,,KEN,true", "is for an objection only")]
    [TestCase("JPN,suspention,2001-03-01,,,table,,,,,", "Did you mean suspension")]
    public void A_row_that_cannot_be_is_refused_with_what_would_be_right(string row, string reason)
    {
        using var scratch = new Scratch();
        var seeds = Write(scratch);
        File.WriteAllText(Path.Combine(seeds, "events", "wide.csv"), $"{Header}{row}\n");
        Refused(seeds, "events/wide.csv", 2, reason);
    }

    [TestCase(
        "\"instruments\": 2,",
        "\"instrument\": 2,",
        "unknown member finalClauses.entryIntoForce.instrument. Did you mean instruments?"
    )]
    [TestCase(
        "\"among\": \"annex\"",
        "\"amongst\": \"annex\"",
        "unknown member finalClauses.entryIntoForce.conditions.amongst. Did you mean among?"
    )]
    [TestCase("\"among\": \"annex\"", "\"among\": \"anex\"", "the list 'anex', which lists/wide.csv does not have. Did you mean annex?")]
    [TestCase("\"of\": \"tonnage\"", "\"of\": \"annex\"", "refers to the weights of the list 'annex'")]
    [TestCase("\"fraction\": \"2/3\"", "\"fraction\": \"two thirds\"", "write it as 2/3")]
    [TestCase("\"partiesOn\": \"eachDeposit\"", "\"partiesOn\": \"eachDay\"", "Did you mean eachDeposit?")]
    [TestCase("\"ofPartiesTo\": \"base\"", "\"ofPartiesTo\": \"bass\"", "must name the parent, 'base'")]
    [TestCase("\"share\": 0.55", "\"share\": 55", "a share that is not above 0 and at most 1")]
    [TestCase("\"reason\": \"not read\"", "\"article\": \"art. 3\"", "laterParticipants needs a delay, or a reason")]
    [TestCase("\"effectOn\": \"06-30\"", "\"effectOn\": \"06-31\"", "withdrawal.effectOn '06-31' is not MM-DD")]
    [TestCase("\"from\": \"party\"", "\"from\": \"parties\"", "expected one of party, treaty")]
    [TestCase("\"endsBelow\": 2", "\"endsBelow\": \"two\"", "expected a whole number")]
    [TestCase("\"bindsAllPartiesOf\": \"base\"", "\"bindsAllPartiesOf\": \"wide\"", "bindsAllPartiesOf must name the parent")]
    [TestCase("\"Government of Borland\"", "\"Government of Arvania\"", "names one twice")]
    public void A_clause_that_cannot_be_is_refused_with_what_would_be_right(string right, string wrong, string reason)
    {
        using var scratch = new Scratch();
        var seeds = Write(scratch);
        Scratch.Edit(Path.Combine(seeds, "treaties", "wide.json"), right, wrong);
        var problem = Refused(seeds, "treaties/wide.json", null, reason);
        Assert.That(problem.Line, Is.GreaterThan(1), problem.Reason);
        Assert.That(problem.Reason, Does.Not.Contain("System.").And.Not.Contain("TreatyTracker."));
    }

    [TestCase("annex,JPX,,", "participant 'JPX' is not the code")]
    [TestCase("Annex,JPN,,", "list 'Annex' is not lower-case letters")]
    [TestCase("tonnage,JPN,many,", "weight 'many' is not a number")]
    [TestCase("tonnage,JPN,-1,", "weight '-1' is not a number")]
    [TestCase("annex,JPN,,nowhere", "source 'nowhere' is not an id")]
    public void A_row_of_a_list_that_cannot_be_is_refused(string row, string reason)
    {
        using var scratch = new Scratch();
        var seeds = Write(scratch);
        File.WriteAllText(Path.Combine(seeds, "lists", "wide.csv"), $"list,participant,weight,source\n{row}\n");
        Refused(seeds, "lists/wide.csv", 2, reason);
    }

    [Test]
    public void A_list_without_its_treaty_is_refused()
    {
        using var scratch = new Scratch();
        var seeds = Write(scratch);
        File.Copy(Path.Combine(seeds, "lists", "wide.csv"), Path.Combine(seeds, "lists", "nothing.csv"));
        Refused(seeds, "lists/nothing.csv", 1, "there is no treaties/nothing.json");
    }

    static SeedProblem Refused(string seeds, string file, int? line, string reason)
    {
        var problems = Assert.Throws<SeedException>(() => SeedReader.Read(seeds))!.Problems;
        var problem = problems.FirstOrDefault(p => p.File == file && p.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.That(problem, Is.Not.Null, string.Join('\n', problems));
        if (line is not null)
            Assert.That(problem!.Line, Is.EqualTo(line));
        return problem!;
    }
}
