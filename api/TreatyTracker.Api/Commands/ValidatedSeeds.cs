using System.Text.RegularExpressions;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>Reads seeds for loading into a register. The consistency rules guard the register too.</summary>
/// <param name="Facts">The facts without those of the faulty treaties.</param>
/// <param name="Problems">What is wrong with the faulty treaties, by file and line.</param>
/// <param name="Lines">File and line of every event, by its id.</param>
sealed partial record ValidatedSeeds(
    Facts Facts,
    IReadOnlyList<SeedProblem> Problems,
    IReadOnlyDictionary<string, (string File, int Line)> Lines
)
{
    /// <summary>Reads seeds and checks them.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <param name="asOf">The day of the check. An event dated later is an error.</param>
    /// <exception cref="SeedException">The seeds are unreadable, or the check finds an error that no waiver covers.</exception>
    public static Facts Read(string directory, DateOnly asOf)
    {
        var seeds = ReadEach(directory, asOf);
        return seeds.Problems.Count == 0 ? seeds.Facts : throw Unsound(seeds.Problems);
    }

    /// <summary>Reads seeds and checks them, treaty by treaty: the faults of one are no faults of another.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <param name="asOf">The day of the check. An event dated later is an error.</param>
    /// <exception cref="SeedException">Something that all treaties share is unreadable or wrong.</exception>
    public static ValidatedSeeds ReadEach(string directory, DateOnly asOf)
    {
        var reading = SeedReader.ReadLenient(directory);
        var context = CheckContext.OfRegister(Register.Of(reading.Facts), asOf) with
        {
            Where = reading.Lines.ToDictionary(l => l.Key, l => new Location(l.Value.File, l.Value.Line)),
            Problems = reading.Problems,
        };
        var unreadable = reading.Problems.Where(p => p.Rule is null).Select(p => (Treaty: TreatyOf(p.File), Problem: p)).ToList();
        var errors = Checker
            .Run(context, context.Facts.Waivers, CheckOptions.Everything)
            .Failing(Severity.Error)
            .Select(f =>
                (
                    Treaty: f.Treaty ?? TreatyOf(f.Where?.File ?? ""),
                    Problem: new SeedProblem(
                        f.Where?.File ?? "seeds",
                        f.Where?.Line ?? 1,
                        $"{f.Found} Expected: {f.Expected} ({f.Rule})",
                        f.Rule
                    )
                    {
                        Treaty = f.Treaty,
                    }
                )
            )
            .ToList();
        // What cannot be read at all comes alone: the rest may follow from it.
        if (unreadable.Exists(u => u.Treaty is null))
            throw new SeedException(InOrder(unreadable));
        var faulty = unreadable.Concat(errors).Select(p => p.Treaty).OfType<string>().ToHashSet();
        // Rows of a treaty that cannot be read name, for that reason alone, a treaty that is unknown.
        var shared = errors.Where(e => e.Treaty is null && !(unreadable.Count > 0 && e.Problem.Rule is SeedProblem.UnknownTreaty)).ToList();
        if (shared.Count > 0)
            throw new SeedException(InOrder(shared.Concat(errors.Where(e => e.Treaty is not null)).Distinct()));
        var problems = unreadable.Count > 0 ? unreadable.Concat(errors.Where(e => !unreadable.Exists(u => u.Treaty == e.Treaty))) : errors;
        return new(Without(reading.Facts, faulty), InOrder(problems.Where(p => p.Treaty is not null)), reading.Lines);
    }

    /// <summary>All problems; only those of files that cannot be read, where there are any: the rest may follow from them.</summary>
    public static SeedException Unsound(IReadOnlyList<SeedProblem> problems) =>
        new(problems.Any(p => p.Rule is null) ? [.. problems.Where(p => p.Rule is null)] : problems);

    /// <summary>The seeds without some treaties.</summary>
    public static Facts Without(Facts facts, IReadOnlySet<string> treaties) =>
        treaties.Count == 0
            ? facts
            : facts with
            {
                Treaties = [.. facts.Treaties.Where(t => !treaties.Contains(t.Id))],
                Events = [.. facts.Events.Where(e => !treaties.Contains(e.Treaty))],
                PublishedCounts = [.. facts.PublishedCounts.Where(c => !treaties.Contains(c.Treaty))],
                Waivers = [.. facts.Waivers.Where(w => w.Treaty is null || !treaties.Contains(w.Treaty))],
            };

    /// <summary>The treaty that a problem concerns; <c>null</c> where all share it.</summary>
    public static string? TreatyOf(SeedProblem problem) => problem.Treaty ?? TreatyOf(problem.File);

    /// <summary>The treaty whose file it is; <c>null</c> for a file that all share.</summary>
    public static string? TreatyOf(string file) => OfTreaty().Match(file) is { Success: true } match ? match.Groups[1].Value : null;

    static List<SeedProblem> InOrder(IEnumerable<(string? Treaty, SeedProblem Problem)> problems) =>
        [.. problems.Select(p => p.Problem).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    [GeneratedRegex(@"^(?:treaties|events|lists)/([^/]+)\.(?:json|csv)$")]
    private static partial Regex OfTreaty();
}
