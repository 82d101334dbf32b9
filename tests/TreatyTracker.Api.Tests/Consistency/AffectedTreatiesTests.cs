using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>
/// A check of the treaties that a change concerns finds the same as a check of the whole record. The environment variables FUZZ_CHANGES and
/// FUZZ_SEED set the number of changes and the random seed.
/// </summary>
[Category("Slow")]
public sealed class AffectedTreatiesTests
{
    static readonly DateOnly s_asOf = new(2026, 11, 24);

    [Test]
    public void The_affected_treaties_are_all_about_which_a_change_lets_the_check_find_something_else()
    {
        var shipped = SeedReader.Read(SmallRecord.Path);
        // Without days of succession, the successions to all treaties tell them together. And with a waiver of no particular treaty.
        var record = shipped with
        {
            Participants =
            [
                .. shipped.Participants.Select(p =>
                    p.Code[0] < 'H' ? p with { Participant = p.Participant with { StatehoodSince = null } } : p
                ),
            ],
            Waivers = [.. shipped.Waivers, new("weekend-deposit", null, "MNE", null, null, "any", shipped.Sources[0].Id, null)],
        };
        var (changes, start) = (TestSettings.Number("FUZZ_CHANGES", 12), TestSettings.Number("FUZZ_SEED", 4));
        var (before, different, widest) = (Of(record), 0, 0);
        var found = Run(before, []);
        for (var run = 0; run < changes; run++)
        {
            var random = new Random(start * 1_000_003 + run);
            var recordedAt = Times.Start.AddDays(run + 1);
            List<TreatyEvent> events =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(n => Change(before, random, $"x-{run}-{n}", recordedAt)),
            ];
            var after = Of(before.Facts with { Events = [.. before.Facts.Events, .. events] });

            var affected = AffectedTreaties.Of(before, after, events);
            var whole = Run(after, []);
            var part = Run(after, [.. affected]);

            var what = $"run {run}: {string.Join(", ", events.Select(e => $"{e.Id} {e.Treaty} {e.Kind} {e.Corrects}"))}";
            Assert.That(part, Is.EqualTo(whole.Where(f => f.Treaty is { } id && affected.Contains(id))), what);
            Assert.That(
                whole.Where(f => f.Treaty is { } id && !affected.Contains(id)),
                Is.EqualTo(found.Where(f => f.Treaty is { } id && !affected.Contains(id))),
                what
            );
            different += whole.SequenceEqual(found) ? 0 : 1;
            widest = Math.Max(widest, affected.Count);
            (before, found) = (after, whole);
        }
        TestContext.Out.WriteLine($"{different} of {changes} changes had other findings; at most {widest} treaties were affected");
        Assert.That(different, Is.GreaterThan(changes / 3));
        Assert.That(found.Any(f => f.Waived == "any"), Is.True, "the waiver of no particular treaty is used");
    }

    static CheckContext Of(Facts facts) => CheckContext.OfRegister(Register.Of(facts), s_asOf);

    static IReadOnlyList<Finding> Run(CheckContext context, IReadOnlyCollection<string> treaties) =>
        Checker.Run(context, context.Facts.Waivers, new() { Treaties = treaties }).Findings;

    /// <summary>A new act, or a correction or retraction of one, mostly of consents and successions.</summary>
    static TreatyEvent Change(CheckContext context, Random random, string id, DateTimeOffset recordedAt)
    {
        var acts = context.Facts.Events.Where(e => e.Corrects is null).ToList();
        var successions = acts.Where(a => a is { Kind: EventKind.Succession, EffectiveOn: not null }).ToList();
        var act = random.Next(3) == 0 ? successions[random.Next(successions.Count)] : acts[random.Next(acts.Count)];
        var date = random.Next(3) == 0 ? act.Date : act.Date.AddDays(random.Next(-4000, 4000));
        EventKind[] kinds = [act.Kind, EventKind.Accession, EventKind.Ratification, EventKind.Succession, EventKind.Withdrawal];
        var kind = kinds[random.Next(kinds.Length)];
        var changed = act with
        {
            Id = id,
            Kind = kind,
            Date = date,
            Earliest = null,
            EffectOnly = false,
            Participant = random.Next(4) == 0 ? acts[random.Next(acts.Count)].Participant : act.Participant,
            EffectiveOn = kind is EventKind.Succession ? date.AddDays(random.Next(-3000, 10)) : null,
            RecordedAt = recordedAt,
        };
        return random.Next(3) switch
        {
            0 => changed,
            1 => changed with { Kind = EventKind.Correction, Corrects = act.Id, CorrectedKind = kind },
            _ => act with { Id = id, Kind = EventKind.Correction, Corrects = act.Id, RecordedAt = recordedAt },
        };
    }
}
