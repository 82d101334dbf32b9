using System.Diagnostics;
using System.Globalization;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Benchmarks;

/// <summary>
/// How the cost of each operation grows when one thing does, from a tenth to ten times of 56 treaties × 190 events: treaties, events a
/// treaty, participants. Prints the exponents (1 is linear) and draws the chart <c>tests/docs/growth.svg</c>.
/// </summary>
static class Growth
{
    const int Treaties = 56;

    static readonly double[] s_factors = [0.1, 0.3, 1, 3, 10];

    static readonly (string Name, Func<double, (int, SyntheticRegister.Size)> Of)[] s_axes =
    [
        ("treaties", f => (Scaled(Treaties, f), SyntheticRegister.Size.Usual)),
        (
            "events a treaty",
            f =>
                (
                    Treaties,
                    f < 1
                        ? new(204, Scaled(60, f), Scaled(57, f), Scaled(10, f), 0)
                        : SyntheticRegister.Size.Usual with
                        {
                            Returns = (int)Math.Round((f - 1) * 190 / 114),
                        }
                )
        ),
        ("participants", f => (Treaties, new(Scaled(204, f), Scaled(60, f), Scaled(57, f), Scaled(10, f), 0))),
    ];

    public static int Run()
    {
        // Unreported: whatever is measured first would pay for being compiled.
        foreach (var (_, seconds) in Costs(SyntheticRegister.Of(Treaties)))
            GC.KeepAlive(seconds);
        var panels = s_axes.Select(axis => (axis.Name, Curves: Measure(axis.Name, axis.Of))).ToList();
        var operations = panels[0].Curves.Keys.ToList();
        Console.WriteLine($"| operation | {string.Join(" | ", panels.Select(p => $"by {p.Name}"))} |");
        Console.WriteLine($"| --- |{string.Concat(panels.Select(_ => " ---: |"))}");
        foreach (var operation in operations)
            Console.WriteLine(
                $"| {operation} | "
                    + string.Join(" | ", panels.Select(p => Exponent(p.Curves[operation]).ToString("0.00", CultureInfo.InvariantCulture)))
                    + " |"
            );
        var file = Path.Combine(RepositoryRoot(), "tests", "docs", "growth.svg");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, GrowthChart.Of(panels));
        return 0;
    }

    static Dictionary<string, List<(double Size, double Seconds)>> Measure(
        string axis,
        Func<double, (int Treaties, SyntheticRegister.Size Size)> of
    )
    {
        var curves = new Dictionary<string, List<(double, double)>>();
        foreach (var factor in s_factors)
        {
            var (treaties, size) = of(factor);
            Console.Error.WriteLine(
                $"{axis} × {factor}: {treaties} treaties, {size.EventsPerTreaty} events a treaty, {size.States} States"
            );
            foreach (var (operation, seconds) in Costs(SyntheticRegister.Of(treaties, size)))
            {
                if (!curves.TryGetValue(operation, out var curve))
                    curves[operation] = curve = [];
                curve.Add(
                    (
                        axis switch
                        {
                            "treaties" => treaties,
                            "participants" => size.States,
                            _ => size.EventsPerTreaty,
                        },
                        seconds
                    )
                );
            }
        }
        return curves;
    }

    static IEnumerable<(string Operation, double Seconds)> Costs(Facts facts)
    {
        var directory = Directory.CreateTempSubdirectory("treatytracker-growth-");
        try
        {
            var database = new Database(Path.Combine(directory.FullName, "treaties.db"));
            database.Prepare();
            Import.Run(database, facts, facts.Events[0].RecordedAt);
            yield return ("load the register", Fastest(() => Register.Load(database)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
        yield return (
            "check the register",
            Fastest(() =>
                Checker.Run(CheckContext.OfRegister(Register.Of(facts), SyntheticRegister.Today), facts.Waivers, CheckOptions.Everything)
            )
        );

        var view = Register.Of(facts).KnownAt(null);
        var treaty = facts.Treaties[facts.Treaties.Count / 2];
        var (acts, participants) = (view.ActsOf(treaty).ToList(), facts.Participants.ToDictionary(p => p.Code, p => p.Participant));
        yield return ("fold a treaty", Fastest(() => TreatyStatus.Of(treaty, acts, participants, null)));

        var random = new Random(1);
        var days = Enumerable.Range(0, 1024).Select(_ => new DateOnly(1970, 1, 1).AddDays(random.Next(365 * 50))).ToArray();
        var status = view.StatusOf(treaty);
        yield return ("counts on a day", Fastest(() => days.Sum(d => view.StatusOf(treaty).Timeline.On(d).Parties)) / days.Length);
        yield return ("parties on a day", Fastest(() => status.Participations.Count(p => status.ContributionOf(p, days[0]).Party)));
        yield return ("explain a day's counts", Fastest(() => status.Participations.Sum(p => Explanation.Of(status, p, days[0]).Count)));
        yield return ("history of the counts", Fastest(() => status.Timeline.Steps.Sum(s => s.Value.Parties)));
    }

    /// <summary>Seconds of one call: the fastest of several batches that each take long enough to be measured.</summary>
    static double Fastest<T>(Func<T> work)
    {
        // Twice over before it counts: compiled, and compiled again with what was learned.
        var warm = Stopwatch.StartNew();
        do GC.KeepAlive(work());
        while (warm.ElapsedMilliseconds < 200);
        var (fastest, started) = (double.MaxValue, Stopwatch.StartNew());
        for (var batch = 0; batch < 5 && (batch < 2 || started.Elapsed.TotalSeconds < 10); batch++)
        {
            var (calls, clock) = (0, Stopwatch.StartNew());
            do GC.KeepAlive(work());
            while (++calls > 0 && clock.ElapsedMilliseconds < 100);
            fastest = Math.Min(fastest, clock.Elapsed.TotalSeconds / calls);
        }
        return fastest;
    }

    /// <summary>The slope of the line through the logarithms: 1 when twice the size costs twice the time.</summary>
    internal static double Exponent(IReadOnlyList<(double Size, double Seconds)> curve)
    {
        var points = curve.Select(p => (X: Math.Log(p.Size), Y: Math.Log(p.Seconds))).ToList();
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }

    static int Scaled(int usual, double factor) => Math.Max(1, (int)Math.Round(usual * factor));

    static string RepositoryRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "TreatyTracker.sln")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }
}
