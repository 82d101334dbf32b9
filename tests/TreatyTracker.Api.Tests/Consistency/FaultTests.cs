using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>
/// Each rule finds a fault in a copy of the shipped seeds, with file and line. Only the rules that the fault names find it too.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultTests
{
    static readonly DateOnly s_asOf = new(2026, 11, 24);

    /// <summary>
    /// One edit: replaces the only occurrence of a text. Without an old text it appends a row; without a new text it deletes the line.
    /// </summary>
    public sealed record Edit(string File, string? Before, string? After);

    /// <summary>A fault.</summary>
    /// <param name="Rule">The rule that finds it.</param>
    /// <param name="Edits">The edits to the seeds.</param>
    public sealed record SeededFault(string Rule, params Edit[] Edits)
    {
        /// <summary>Other rules that correctly find it too.</summary>
        public string[] Also { get; init; } = [];

        /// <summary>File and text of the line of the finding, if it is not the line of the last edit.</summary>
        public (string File, string Text)? At { get; init; }

        public override string ToString() => Rule;
    }

    const string Counts = "published-counts.csv";

    static readonly string[] s_members =
    [
        "AUT,1995-01-01",
        "BEL,1958-01-01",
        "BGR,2007-01-01",
        "CYP,2004-05-01",
        "CZE,2004-05-01",
        "DEU,1958-01-01",
        "DNK,1973-01-01",
        "EST,2004-05-01",
        "FIN,1995-01-01",
        "FRA,1958-01-01",
        "GBR,1973-01-01",
        "GRC,1981-01-01",
        "HRV,2013-07-01",
        "HUN,2004-05-01",
        "IRL,1973-01-01",
        "LTU,2004-05-01",
        "LUX,1958-01-01",
        "LVA,2004-05-01",
        "MLT,2004-05-01",
        "NLD,1958-01-01",
        "POL,2004-05-01",
        "PRT,1986-01-01",
        "ROU,2007-01-01",
        "SVK,2004-05-01",
        "SVN,2004-05-01",
        "SWE,1995-01-01",
    ];

    public static IEnumerable<SeededFault> Faults =>
        [
            new("action-before-adoption", Add("untoc", "FRA,declaration,2000-11-14")),
            new("signature-before-opening", In("untoc", "ALB,signature,2000-12-12", "ALB,signature,2000-12-11")),
            new("signature-after-closing", In("untoc", "IND,signature,2002-12-12", "IND,signature,2002-12-13")),
            new("accession-before-permitted", Treaty("narcotics-1961", "\"from\": \"1961-08-02\"", "\"from\": \"1962-01-15\""))
            {
                At = ("events/narcotics-1961.csv", "MAR,accession,1961-12-04"),
            },
            new("date-in-future", Add("untoc", "FRA,declaration,2026-11-25")),
            new("date-in-future", new Edit(Counts, "uncac,2024-04-20,parties", "uncac,2027-04-20,parties")),
            new("placeholder-date", Add("narcotics-1961", "FRA,declaration,1970-01-01")),
            new("placeholder-date", Treaty("uncac", "\"completeThrough\": \"2024-04-20\"", "\"completeThrough\": \"9999-12-31\"")),
            new("effect-before-deposit", Add("untoc", "FRA,declaration,2010-03-02,2010-03-01")),
            new("weekend-deposit", In("hostages-1979", "VNM,accession,2014-01-09", "VNM,accession,2014-01-11")),
            new("double-consent", Add("untoc", "FRA,accession,2010-03-01")),
            new("ratification-without-signature", In("protected-persons-1973", "USA,signature,1973-12-28", null))
            {
                At = ("events/protected-persons-1973.csv", "USA,ratification"),
            },
            new("accession-by-signatory", In("untoc", "FRA,ratification,2002-10-29", "FRA,accession,2002-10-29")),
            new("duplicate-signature", Add("untoc", "ALB,signature,2001-02-05")),
            new("provisional-application-by-party", Add("untoc", "FRA,provisional-application,2010-03-01")),
            new("withdrawal-without-consent", Add("hostages-1979", "ERI,withdrawal,2010-03-01")),
            new(
                "withdrawal-effect-mismatch",
                In("narcotics-1961-amended", "BOL,withdrawal,2011-06-29,2012-01-01", "BOL,withdrawal,2011-06-29,2012-02-01")
            ),
            new(
                "withdrawal-too-early",
                In("narcotics-1961-amended", "BOL,withdrawal,2011-06-29,2012-01-01", "BOL,withdrawal,2011-06-29,2011-12-01")
            ),
            new(
                "withdrawal-without-clause",
                // The lines of the clause become those of another.
                Treaty("narcotics-1961-protocol-1972", "\"withdrawal\": {", "\"accession\": {"),
                Treaty("narcotics-1961-protocol-1972", "\"reason\": \"no withdrawal clause of its own\"", "\"article\": \"art. 17\""),
                Add("narcotics-1961-protocol-1972", "FRA,withdrawal,2010-03-01")
            ),
            new(
                "withdrawal-within-lock-in",
                Treaty(
                    "rome-statute",
                    "\"article\": \"art. 127(1)\"",
                    "\"article\": \"art. 127(1)\", \"notWithin\": { \"months\": 240, \"from\": \"treaty\" }"
                ),
                Add("rome-statute", "FRA,withdrawal,2022-06-01,2026-12-01")
            ),
            new("revocation-after-effect", In("rome-statute", "GMB,withdrawal-revoked,2017-02-10", "GMB,withdrawal-revoked,2017-11-10"))
            {
                Also = ["published-count-mismatch", "unverified-event"],
            },
            new("revocation-without-notice", In("rome-statute", "GMB,withdrawal,2016-11-10", null))
            {
                At = ("events/rome-statute.csv", "GMB,withdrawal-revoked"),
            },
            new(
                "action-after-termination",
                Add("hostages-1979", ",terminated,2024-01-02"),
                Add("hostages-1979", "FRA,declaration,2024-01-02")
            ),
            new("treaty-entry-into-force-mismatch", Treaty("uncac", "\"2005-12-14\"", "\"2005-12-15\"")),
            new(
                "participant-entry-into-force-mismatch",
                In("rome-statute", "PSE,accession,2015-01-02,2015-04-01", "PSE,accession,2015-01-02,2015-05-01")
            ),
            new("in-force-before-threshold", Treaty("uncac", "\"2005-12-14\"", "\"2005-09-14\"")),
            new("threshold-without-entry-into-force", Treaty("uncac", "\"entryIntoForcePublished\": \"2005-12-14\"", null))
            {
                At = ("treaties/uncac.json", "\"id\""),
            },
            new(
                "regional-organization-decides-threshold",
                In("untoc", "EUU,approval,2004-05-21", "EUU,approval,2003-06-30"),
                Treaty("untoc", "\"2003-09-29\"", "\"2003-09-28\"")
            )
            {
                // The organization is an additional party on the day of the fortieth instrument. States alone give the day after.
                Also = ["published-count-mismatch", "treaty-entry-into-force-mismatch"],
            },
            new(
                "clause-not-computable",
                Treaty("nuclear-terrorism-2005", "\"instruments\": 22,", "\"instruments\": 22, \"reason\": \"by share of reactors\",")
            )
            {
                At = ("treaties/nuclear-terrorism-2005.json", "\"entryIntoForce\""),
            },
            new("protocol-in-force-before-parent", Treaty("untoc-trafficking", "\"2003-12-25\"", "\"2003-09-28\""))
            {
                // The published date is then earlier than the date computed from the instruments, and nobody is a party to the parent yet.
                Also = ["protocol-party-not-parent-party", "treaty-entry-into-force-mismatch"],
            },
            new("protocol-party-not-parent-party", Add("untoc-trafficking", "SLB,accession,2024-05-06")),
            new("parent-left-protocol-kept", Add("untoc", "CHL,cessation,2025-03-03"))
            {
                At = ("events/untoc-trafficking.csv", "CHL,ratification"),
            },
            new("parent-missing-or-cyclic", Treaty("untoc-firearms", "\"parent\": \"untoc\"", "\"parent\": \"untok\"")),
            new(
                "parent-missing-or-cyclic",
                Treaty("narcotics-1961", "\"kind\": \"convention\"", "\"kind\": \"convention\", \"parent\": \"narcotics-1961\"")
            )
            {
                At = ("treaties/narcotics-1961-protocol-1972.json", "\"parent\""),
            },
            new("participant-not-in-existence", Add("hostages-1979", "SUHH,declaration,1993-03-01")),
            new("predecessor-still-counted", Add("hostages-1979", "YUCS,accession,1985-04-01")) { Also = ["published-count-mismatch"] },
            new("continuator-counted-twice", Add("protected-persons-1973", "SUHH,accession,1987-06-11")),
            new(
                "succession-before-independence",
                In("hostages-1979", "MNE,succession,2006-10-23,2006-06-03", "MNE,succession,2006-10-23,2006-05-03")
            ),
            new("succession-without-predecessor-act", In("hostages-1979", "VNM,accession,2014-01-09", "VNM,succession,2014-01-09")),
            new("participant-not-eligible", Add("protected-persons-1973", "EUU,accession,2010-03-01")),
            new("regional-organization-before-members", In("untoc", "EUU,approval,2004-05-21", "EUU,approval,2001-05-21"))
            {
                Also = ["published-count-mismatch"],
            },
            new(
                "regional-organization-after-members",
                [
                    .. s_members.Select(m => new Edit("memberships.csv", $"EUU,{m}", null)),
                    Add("uncac", "ESP,cessation,2024-04-21"),
                    Add("uncac", "ITA,cessation,2024-04-21"),
                ]
            )
            {
                At = ("events/uncac.csv", "EUU,approval"),
            },
            new("unknown-participant", Add("untoc", "FRX,declaration,2010-03-01")),
            new("malformed-seed", Add("untoc", "FRA,declaration,2010-02-30")),
            new("non-canonical-value", Add("untoc", "fra,declaration,2010-03-01")),
            new("unknown-treaty", new Edit(Counts, null, "untok,2010-03-01,parties,1,general-knowledge,")),
            new("unknown-source", new Edit("events/untoc.csv", null, "FRA,declaration,2010-03-01,,hearsay,table,,")),
            new("event-without-source", new Edit("events/untoc.csv", null, "FRA,declaration,2010-03-01,,,table,,")),
            new("unverified-event", new Edit("events/untoc.csv", null, "FRA,declaration,2010-03-01,,general-knowledge,unverified,,")),
            new(
                "malformed-notification-number",
                new Edit("events/untoc.csv", null, "FRA,declaration,2010-03-01,,general-knowledge,table,,see C.N.829-2011")
            ),
            new("malformed-notification-number", new Edit("sources.csv", "C.N.361.2012.TREATIES-VI.18", "C.N.361.TREATIES-VI.18")),
            new("duplicate-event", Add("untoc", "FRA,ratification,2002-10-29")),
            new("correction-target-invalid", Add("untoc", "FRA,correction,2010-03-01")),
            new("record-stale", Treaty("uncac", "\"completeThrough\": \"2024-04-20\"", "\"completeThrough\": \"2024-04-19\"")),
            new("published-count-mismatch", new Edit(Counts, "uncac,2024-04-20,parties,190", "uncac,2024-04-20,parties,191")),
            new("published-signatories-mismatch", new Edit(Counts, "untoc,2024-05-04,signatories,147", "untoc,2024-05-04,signatories,148")),
            new("count-drop-without-exit", new Edit(Counts, "uncac,2024-04-20,parties,190", "uncac,2024-04-20,parties,189"))
            {
                Also = ["published-count-mismatch"],
            },
            new(
                "unused-waiver",
                new Edit("waivers.csv", null, "published-count-mismatch,untoc,,,2017-06-30,nothing is wrong,general-knowledge,")
            ),
            new(
                "expired-waiver",
                new Edit(
                    "waivers.csv",
                    "supports the 36 of the record.\",unis-uniscp517-2005,",
                    "supports the 36 of the record.\",unis-uniscp517-2005,2026-11-23"
                )
            )
            {
                Also = ["published-count-mismatch"],
            },
        ];

    /// <summary>Rules whose fault cannot occur in seeds, each with the test that covers it.</summary>
    static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["consent-moved-past-effect"] = nameof(
            Commands.ImportScopeTests.A_consent_moved_past_its_own_entry_into_force_is_refused_until_it_is_explained
        ),
        ["corrected-event-counted"] = nameof(A_corrected_event_that_is_recorded_again_is_found),
        ["breakdown-does-not-add-up"] = nameof(RuleTests.Contradictory_counts_are_described_by_their_kind),
    };

    static readonly Lazy<IReadOnlyList<Finding>> s_unfaulted = new(() => Unplaced(Check(SmallRecord.Path)));

    // Slow: each checks the whole small record. RuleTests holds every rule's own examples.
    [TestCaseSource(nameof(Faults))]
    [Category("Slow")]
    public void A_fault_in_the_shipped_seeds_is_found_by_its_rule_with_file_and_line(SeededFault fault)
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds(SmallRecord.Path);
        foreach (var edit in fault.Edits)
            Apply(seeds, edit);

        var findings = Check(seeds);

        var known = s_unfaulted.Value.ToHashSet();
        var found = findings.Where(f => !known.Contains(f with { Where = null })).ToList();
        Assert.That(
            found.Select(f => f.Rule).Distinct().Order(),
            Is.EqualTo(fault.Also.Append(fault.Rule).Order()),
            string.Join('\n', found.Select(f => $"{f.Rule} {f.Where}: {f.Found}"))
        );
        var (file, text) = fault.At ?? (fault.Edits[^1].File, fault.Edits[^1].After!);
        var line = Array.FindLastIndex(File.ReadAllLines(Path.Combine(seeds, file)), l => l.Contains(text, StringComparison.Ordinal)) + 1;
        Assert.That(found.Where(f => f.Rule == fault.Rule).Select(f => f.Where), Does.Contain(new Location(file, line)));
    }

    [Test]
    public void Every_rule_has_a_test_with_a_fault()
    {
        Assert.That(Catalogue.All.Select(r => r.Id).Except(Faults.Select(f => f.Rule)), Is.EquivalentTo(s_elsewhere.Keys));
    }

    [Test]
    public void A_corrected_event_that_is_recorded_again_is_found()
    {
        using var scratch = new Scratch();
        var held = Register.Load(scratch.Seeded(SmallRecord.Path)).Facts;
        var act = held.Events.Single(e => e.Id == "untoc-PRK-accession-2016-06-17");
        TreatyEvent[] later =
        [
            act with
            {
                Id = act.Id + "-correction",
                Kind = EventKind.Correction,
                Corrects = act.Id,
                RecordedAt = Times.Start,
            },
            act with
            {
                Id = act.Id + "-2",
                RecordedAt = Times.Start.AddDays(1),
            },
        ];
        IEnumerable<Finding> At(DateTimeOffset knownAt) =>
            Checker
                .Run(
                    CheckContext.OfRegister(Register.Of(held with { Events = [.. held.Events, .. later] }), s_asOf, knownAt),
                    held.Waivers,
                    new() { Rules = ["corrected-event-counted"] }
                )
                .Findings;

        Assert.That(At(Times.Start), Is.Empty);
        Assert.That(At(Times.Start.AddDays(1)).Single().Events, Does.Contain(act.Id + "-2"));
    }

    static IReadOnlyList<Finding> Check(string seeds)
    {
        var record = CheckContext.OfSeeds(seeds, s_asOf);
        return Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything).Findings;
    }

    static IReadOnlyList<Finding> Unplaced(IReadOnlyList<Finding> findings) => [.. findings.Select(f => f with { Where = null })];

    static Edit In(string treaty, string before, string? after) => new($"events/{treaty}.csv", before, after);

    static Edit Add(string treaty, string row) =>
        new(
            $"events/{treaty}.csv",
            null,
            row + string.Concat(Enumerable.Repeat(",", 4 - row.Count(c => c == ','))) + "general-knowledge,table,,"
        );

    static Edit Treaty(string treaty, string before, string? after) => new($"treaties/{treaty}.json", before, after);

    static void Apply(string seeds, Edit edit)
    {
        var path = Path.Combine(seeds, edit.File);
        var lines = File.ReadAllLines(path).ToList();
        if (edit.Before is null)
            lines.Add(edit.After!);
        else
        {
            var at = lines.FindIndex(l => l.Contains(edit.Before, StringComparison.Ordinal));
            Assert.That(at, Is.GreaterThanOrEqualTo(0), $"{edit.File} holds '{edit.Before}'");
            Assert.That(
                lines.FindLastIndex(l => l.Contains(edit.Before, StringComparison.Ordinal)),
                Is.EqualTo(at),
                $"{edit.File} holds '{edit.Before}' once"
            );
            if (edit.After is null)
                lines.RemoveAt(at);
            else
                lines[at] = lines[at].Replace(edit.Before, edit.After, StringComparison.Ordinal);
        }
        File.WriteAllLines(path, lines);
    }
}
