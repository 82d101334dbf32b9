using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>
/// Random damage to the seeds never crashes the check: it reports findings or says what it cannot read. The environment variables
/// FUZZ_EDITS
/// and FUZZ_SEED set the number of edits and the random seed.
/// </summary>
[Category("Slow")]
public sealed class FuzzTests
{
    static readonly DateOnly s_asOf = new(2026, 11, 24);

    [Test]
    public void Random_edits_never_crash_the_check()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var files = Directory
            .GetFiles(seeds, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var (edits, start) = (TestSettings.Number("FUZZ_EDITS", 30), TestSettings.Number("FUZZ_SEED", 4));
        var (done, found, refused, loaded) = (0, 0, 0, 0);
        for (var run = 0; done < edits; run++)
        {
            var random = new Random(start * 1_000_003 + run);
            var touched = new Dictionary<string, byte[]>();
            var log = new List<string>();
            // Often only one edit, so that an unreadable file does not hide its effect.
            for (var n = random.Next(3) == 0 ? random.Next(2, 12) : 1; n > 0; n--, done++)
            {
                var file = files[random.Next(files.Length)];
                if (!File.Exists(file))
                    continue;
                touched.TryAdd(file, File.ReadAllBytes(file));
                log.Add($"{Path.GetRelativePath(seeds, file)}: {Damage(file, random)}");
            }
            try
            {
                var record = CheckContext.OfSeeds(seeds, s_asOf);
                var report = Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything);
                _ = Reconciliation.Of(record);
                if (report.Failing(Severity.Error).Any())
                    found++;
                else if (loaded++ % 8 == 0)
                    Load(record.Facts);
            }
            catch (SeedException e)
            {
                refused++;
                Assert.That(e.Problems, Is.Not.Empty);
            }
            catch (Exception e) when (e is not AssertionException)
            {
                Assert.Fail($"run {run}: {string.Join("; ", log)}\n{e}");
            }
            foreach (var (file, bytes) in touched)
                File.WriteAllBytes(file, bytes);
        }
        TestContext.Out.WriteLine($"{done} edits: {found} runs with errors found, {refused} refused, {loaded} without errors");
        Assert.That(found, Is.Positive);
    }

    /// <summary>Seeds that pass the check can be imported: the reader rejects everything that the database would reject.</summary>
    static void Load(Facts facts)
    {
        using var scratch = new Scratch();
        scratch.Database.Prepare();
        Import.Run(scratch.Database, facts, Times.Start);
        Assert.That(Register.Load(scratch.Database).Facts.Events, Has.Count.EqualTo(facts.Events.Count));
    }

    static string Damage(string file, Random random)
    {
        var kind = random.Next(12);
        if (kind < 3)
        {
            var bytes = File.ReadAllBytes(file).ToList();
            if (bytes.Count == 0)
                return "empty";
            var at = random.Next(bytes.Count);
            switch (kind)
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, random.Next(2) == 0 ? 4 : 400)));
                    break;
            }
            File.WriteAllBytes(file, [.. bytes]);
            return $"bytes at {at}";
        }
        if (kind == 3 && random.Next(6) == 0)
        {
            File.Delete(file);
            return "deleted";
        }
        var lines = File.ReadAllLines(file).ToList();
        if (lines.Count < 2)
            return "short";
        var line = random.Next(random.Next(10) == 0 ? 0 : 1, lines.Count);
        var before = lines[line];
        var fields = before.Split(',');
        switch (kind)
        {
            case <= 4:
                lines.RemoveAt(line);
                break;
            case 5:
                lines.Insert(random.Next(1, lines.Count), before);
                break;
            case 6:
                (lines[line], lines[random.Next(1, lines.Count)]) = (lines[random.Next(1, lines.Count)], before);
                break;
            case 7 or 8:
                lines[line] = Day()
                    .Replace(
                        before,
                        _ =>
                            Pick(
                                random,
                                "0001-01-01",
                                "9999-12-31",
                                "1970-01-01",
                                "2000-02-30",
                                "2026-12-01",
                                Instant.Text(DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)))
                            ),
                        1
                    );
                break;
            case 9:
                lines[line] = Code().Replace(before, _ => Pick(random, "FRA", "EUU", "YUCS", "SUHH", "CSXX", "XXX", "A", "MNE", "RUS"), 1);
                break;
            case 10:
                lines[line] = Number().Replace(before, _ => Pick(random, "0", "1", "-1", "2147483647", "99999999999", "3"), 1);
                break;
            default:
                var other = lines[random.Next(1, lines.Count)].Split(',');
                fields[random.Next(fields.Length)] = other[random.Next(other.Length)];
                lines[line] = string.Join(',', fields);
                break;
        }
        File.WriteAllLines(file, lines);
        return $"line {line + 1} '{before}' became '{(line < lines.Count ? lines[line] : "")}'";
    }

    static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    static System.Text.RegularExpressions.Regex Day() => new(@"\d{4}-\d\d-\d\d");

    static System.Text.RegularExpressions.Regex Code() => new(@"\b[A-Z]{3,4}\b");

    static System.Text.RegularExpressions.Regex Number() => new(@"\b\d+\b");
}
