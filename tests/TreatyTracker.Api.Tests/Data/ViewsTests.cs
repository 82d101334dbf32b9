using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>The views of the file against the fold of the law, over the shipped record and over generated histories.</summary>
public sealed class ViewsTests
{
    // A Member of old, States with and without a day of succession, a former State, an observer and two organizations.
    static readonly string[] s_codes = ["AUT", "BHS", "MNE", "ZWE", "CSHH", "VAT", "NIU", "EUU"];

    [Test]
    [Category("Slow")]
    public void Views_and_law_agree_on_the_shipped_record()
    {
        using var scratch = new Scratch();
        MustAgree(scratch.Seeded(SmallRecord.Path));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [Category("Slow")]
    public void Views_and_law_agree_on_generated_histories_and_on_their_corrections(int seed)
    {
        using var scratch = new Scratch();
        scratch.Database.Prepare();
        var random = new Random(seed);
        var facts = Generated(random, treaties: 90);
        Import.Run(scratch.Database, facts, Times.Start);
        MustAgree(scratch.Database);
        // Twice, so that acts already corrected are corrected again, some to be retracted.
        for (var round = 1; round <= 2; round++)
        {
            facts = facts with { Events = [.. facts.Events.SelectMany(e => Changed(e, random))] };
            Import.Run(scratch.Database, facts, Times.Start.AddDays(round));
            MustAgree(scratch.Database);
        }
    }

    // Each mutation breaks one rule; a comparison that none of them disturbs would compare nothing.
    [TestCase(
        "WHEN 0 THEN EXISTS (SELECT 1 FROM json_each(fold.consents) WHERE",
        "WHEN 0 THEN NOT EXISTS (SELECT 1 FROM json_each(fold.consents) WHERE"
    )]
    [TestCase("WHEN entry_day IS NULL OR entry_day > date THEN date", "WHEN entry_day IS NULL THEN date")]
    [TestCase("AND revocation.date >= dated.date", "AND revocation.date > dated.date + 9999")]
    [TestCase("step.lock_months IS NOT NULL AND step.date <", "step.lock_months IS NOT NULL AND step.date >")]
    [TestCase("AND json_extract(fold.consents, '$[#-1].u') IS NULL THEN", "AND 0 THEN")]
    [TestCase("max(effective_on, coalesce(earliest, date))\n                -- The", "max(effective_on, date)\n                -- The")]
    [TestCase("'withdrawal', notice.date, ended.until, 12", "'withdrawal', notice.date, notice.date, 12")]
    [TestCase("12, 1, NULL, ended.until, NULL", "12, 1, NULL, notice.date, NULL")]
    [TestCase("ORDER BY years.n LIMIT 1", "ORDER BY years.n DESC LIMIT 1")]
    [TestCase("(-act.notice_months) || ' months'), date(min(", "(-2 * act.notice_months) || ' months'), date(min(")]
    [TestCase("WHERE day >= event.date", "WHERE day > event.date")]
    [TestCase("WHEN clause.terminated_on < coalesce(period.until", "WHEN clause.terminated_on > coalesce(period.until")]
    [TestCase("WHEN step.phase = 0 OR (step.phase = 1 AND NOT fold.bound)", "WHEN step.phase = 0 OR (step.phase = 1 AND fold.bound)")]
    [TestCase("AND ending.until >= instrument.date", "AND ending.until > '9999-12-31'")]
    [TestCase("coalesce(asked.not_earlier_than, '')", "''")]
    [Category("Slow")]
    public void A_broken_view_is_noticed(string right, string wrong)
    {
        var migration = File.ReadAllText(Repository.At("db", "0006_fold_acts_in_views.sql"));
        Assert.That(migration, Does.Contain(right));
        var views = Regex
            .Matches(migration, @"^CREATE VIEW (\w+)", RegexOptions.Multiline)
            .Select(m => $"DROP VIEW {m.Groups[1]};")
            .Reverse();
        var created = migration[migration.IndexOf("CREATE VIEW", StringComparison.Ordinal)..];
        var broken = string.Concat(views) + created.Replace(right, wrong, StringComparison.Ordinal);

        // What is rare needs more than one draw.
        Assert.That(Enumerable.Range(1, 8).Any(IsNoticed));

        bool IsNoticed(int seed)
        {
            using var scratch = new Scratch();
            scratch.Database.Prepare();
            Import.Run(scratch.Database, Generated(new Random(seed), treaties: 90), Times.Start);
            // Loaded before: a register with other views than its own is refused.
            var register = Register.Load(scratch.Database);
            RegisterChanges.Sql(scratch.DatabaseFile, broken);
            return Differences(scratch.Database, register).Count > 0;
        }
    }

    static void MustAgree(Database database) => Assert.That(Differences(database, Register.Load(database)).Take(3), Is.Empty);

    /// <summary>What the views have and the law does not give, or the other way round.</summary>
    static List<string> Differences(Database database, Register register)
    {
        var view = register.KnownAt(null);
        var statuses = view.Treaties.Select(view.StatusOf).ToList();
        using var connection = database.OpenRead();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return
        [
            .. Differing(
                "SELECT concat_ws(' ', id, coalesce(participant, ''), kind, date, coalesce(date_period, ''), date_known) FROM "
                    + "current_event",
                view.Acts.Select(a =>
                    $"{a.Id} {a.Participant} {a.Kind.WireName()} {Instant.Text(a.Date)} "
                    + $"{(a.DateKnown is DateKnown.Period ? a.DatePeriod.ToString() : "")} {a.DateKnown.WireName()}"
                )
            ),
            .. Differing(
                    "SELECT concat_ws(' ', treaty, participant, consent, since, coalesce(until, ''), coalesce(ended_by, '')) FROM "
                        + "consent_period",
                    statuses.SelectMany(s => s.Participations.SelectMany(p => p.Consents.Select(c => Row(s, p, c))))
                )
                .Select(row => $"{row}\n{Explained(row, statuses)}"),
            .. Differing(
                "SELECT treaty || ' ' || participant || ' ' || bound_until FROM leaving",
                statuses.SelectMany(s =>
                    s.Participations.SelectMany(p =>
                        p.Consents.Where(c => c.Until is not null)
                            .Select(c => $"{s.Treaty.Id} {p.Participant.Code} {Instant.Text(c.Until!.Value)}")
                    )
                )
            ),
            .. Differing(
                "SELECT treaty || ' ' || participant || ' ' || consent FROM party",
                statuses.SelectMany(s =>
                    s.Participations.Where(p => p.ConsentInEffect(today) is not null)
                        .Select(p => $"{s.Treaty.Id} {p.Participant.Code} {p.ConsentInEffect(today)!.Consent.Kind.WireName()}")
                )
            ),
        ];

        IEnumerable<string> Differing(string sql, IEnumerable<string> law)
        {
            var (found, expected) = (connection.Query<string>(sql).ToList(), law.ToList());
            Assert.That(expected, Is.Not.Empty);
            return expected
                .Except(found)
                .Select(row => $"the view lacks {row}")
                .Concat(found.Except(expected).Select(row => $"the law has no {row}"))
                .Concat(found.Count == expected.Count ? [] : [$"{found.Count} rows instead of {expected.Count}: {sql}"]);
        }
    }

    static string Row(TreatyStatus status, Participation participation, ConsentPeriod consent) =>
        $"{status.Treaty.Id} {participation.Participant.Code} {consent.Consent.Id} {Instant.Text(consent.From)} "
        + $"{(consent.Until is { } until ? Instant.Text(until) : "")} {consent.EndedBy?.Id}";

    static string Explained(string row, List<TreatyStatus> statuses)
    {
        var status = statuses.FirstOrDefault(s => row.Contains($" {s.Treaty.Id} ", StringComparison.Ordinal));
        var acts = status
            ?.Participations.Where(p => row.Contains($" {p.Participant.Code} ", StringComparison.Ordinal))
            .SelectMany(p => p.Events);
        return $"{status?.EntryIntoForce} {status?.Treaty.FinalClauses}\n{string.Join('\n', acts ?? [])}";
    }

    static Facts Generated(Random random, int treaties)
    {
        var shipped = SeedReader.Read(Repository.Seeds);
        var all = new List<Treaty>();
        for (var i = 0; i < treaties; i++)
            all.Add(ATreaty($"t{i}", i % 3 == 2 ? all[^1] : null, random));
        return new()
        {
            Sources = shipped.Sources,
            Participants = shipped.Participants,
            PublishedCounts = [],
            Treaties = [.. all.OrderBy(t => t.Id, StringComparer.Ordinal)],
            Events =
            [
                .. all.SelectMany((t, i) => Acts(t.Id, isDense: i / 3 % 2 == 0, random)),
                .. all.Where(_ => random.Next(8) == 0).Select(t => AnAct(t.Id, "", months: 144, random, EventKind.Terminated)),
            ],
        };
    }

    /// <summary>
    /// The acts of a treaty. Dense ones are many, of two participants in five years: they leave, return and meet their own periods.
    /// </summary>
    static IEnumerable<TreatyEvent> Acts(string treaty, bool isDense, Random random) =>
        isDense
            ? Enumerable.Range(0, random.Next(6, 22)).Select(_ => AnAct(treaty, random.Next(2) == 0 ? "AUT" : "MNE", months: 60, random))
            : Enumerable.Range(0, random.Next(18)).Select(_ => AnAct(treaty, s_codes[random.Next(s_codes.Length)], months: 144, random));

    static Treaty ATreaty(string id, Treaty? parent, Random random)
    {
        // What the views leave to the service: entry into force by anything but a number, unless the day was published.
        var published = parent is not null || random.Next(2) == 0 ? ADay(random) : (DateOnly?)null;
        return new()
        {
            Id = id,
            Mtdsg = id.ToUpperInvariant() + "-1",
            Kind =
                parent is null ? TreatyKind.Convention
                : random.Next(4) == 0 ? TreatyKind.Amendment
                : TreatyKind.Protocol,
            Parent = parent?.Id,
            Titles = new Dictionary<string, string> { ["en"] = id },
            Adopted = new() { On = new(1989, 1, 1) },
            Depositary = "A depositary",
            Depositaries = ["A depositary", "Another"],
            Subject = "cases",
            EntryIntoForcePublished = published,
            CompleteThrough = new(2020, 1, 1),
            RecordedAt = Times.Start.AddYears(-1),
            FinalClauses = new()
            {
                EntryIntoForce = new()
                {
                    Instruments = random.Next(1, 4),
                    Delay = ADelay(random),
                    CountsRegionalOrganizations = random.Next(2) == 0,
                    NotEarlierThan = random.Next(5) == 0 ? new DateOnly(1996, 1, 1) : null,
                    NotBefore = parent is not null && random.Next(3) == 0 ? parent.Id : null,
                },
                LaterParticipants = random.Next(5) switch
                {
                    0 => null,
                    1 => new() { Reason = "not read" },
                    var n => new() { Delay = ADelay(random), OnlyAfterEntryIntoForce = n == 2 },
                },
                Withdrawal = AWithdrawalClause(random),
                OpenTo = new() { States = "all", RequiresPartyTo = parent is not null && random.Next(3) == 0 ? parent.Id : null },
            },
        };
    }

    static WithdrawalClause? AWithdrawalClause(Random random)
    {
        var lockIn = random.Next(4) switch
        {
            0 => new LockIn { Months = 36, From = LockInStart.Party },
            1 => new LockIn { Days = 400, From = LockInStart.Treaty },
            _ => null,
        };
        var entails = random.Next(2) == 0;
        return random.Next(10) switch
        {
            0 => null,
            1 => new()
            {
                Reason = "until the end of a conflict",
                NotWithin = lockIn,
                EntailsProtocols = entails,
            },
            2 or 3 => new()
            {
                ReceivedBy = "07-01",
                NotWithin = lockIn,
                EntailsProtocols = entails,
            },
            4 => new()
            {
                ReceivedBy = "02-29",
                EffectOn = "06-30",
                NotWithin = lockIn,
                EntailsProtocols = entails,
            },
            5 or 6 => new()
            {
                Terms = new()
                {
                    FirstYears = 3,
                    ThenYears = 2,
                    NoticeMonths = 6,
                },
                NotWithin = lockIn,
                EntailsProtocols = entails,
            },
            _ => new()
            {
                EffectAfterReceipt = ADelay(random),
                NotWithin = lockIn,
                EntailsProtocols = entails,
            },
        };
    }

    static Delay ADelay(Random random) =>
        random.Next(5) switch
        {
            0 => new(),
            1 => new() { Days = 30 },
            2 => new() { Months = 1, EndOfMonthStays = random.Next(2) == 0 },
            3 => new() { Days = 60, ThenFirstOfFollowingMonth = true },
            _ => new() { Months = 12 },
        };

    static TreatyEvent AnAct(string treaty, string participant, int months, Random random, EventKind? given = null)
    {
        var kinds = Enum.GetValues<EventKind>();
        var kind =
            given
            ?? random.Next(10) switch
            {
                < 5 => kinds.Where(k => k.IsConsent()).ElementAt(random.Next(8)),
                < 9 => new[]
                {
                    EventKind.Withdrawal,
                    EventKind.Withdrawal,
                    EventKind.Withdrawal,
                    EventKind.WithdrawalRevoked,
                    EventKind.ConsentWithdrawn,
                    EventKind.Cessation,
                }[random.Next(6)],
                _ => kinds[random.Next(kinds.Length - 2)],
            };
        var act = new TreatyEvent
        {
            Id = "",
            Treaty = treaty,
            Participant = participant,
            Kind = kind,
            Date = ADay(random, months),
            RecordedAt = Times.Start.AddYears(-1),
            Verification = Verification.Unverified,
            Depositary = random.Next(4) == 0 ? "Another" : null,
        };
        return random.Next(8) switch
        {
            0 when kind is not EventKind.Terminated => act with
            {
                Earliest = act.Date.AddDays(-random.Next(1, 500)),
                EffectiveOn = random.Next(2) == 0 ? act.Date.AddDays(random.Next(-400, 100)) : null,
            },
            1 => act with { EffectiveOn = act.Date, EffectOnly = true },
            2 or 3 => act with { EffectiveOn = act.Date.AddDays(random.Next(-300, 900)) },
            _ => act,
        };
    }

    // Often on the same few days, in July above all: what is hard happens on one. A few lie ahead.
    static DateOnly ADay(Random random, int months = 144) =>
        new DateOnly(1990, 1, 1)
            .AddMonths(
                random.Next(40) switch
                {
                    0 => random.Next(420, 600),
                    < 10 => random.Next(months / 12) * 12 + 6,
                    _ => random.Next(months),
                }
            )
            .AddDays(new[] { 0, 0, 14, 27, 30 }[random.Next(5)]);

    static IEnumerable<TreatyEvent> Changed(TreatyEvent act, Random random) =>
        random.Next(12) switch
        {
            0 => [],
            1 => [act with { Date = ADay(random), Earliest = null, EffectiveOn = null, EffectOnly = false }],
            2 => [act with { Note = random.Next().ToString(CultureInfo.InvariantCulture) }],
            _ => [act],
        };
}
