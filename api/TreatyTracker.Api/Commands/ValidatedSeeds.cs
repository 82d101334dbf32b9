using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>Reads seeds for loading into a register. The consistency rules guard the register too.</summary>
static class ValidatedSeeds
{
    /// <summary>Reads seeds and checks them.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <param name="asOf">The day of the check. An event dated later is an error.</param>
    /// <exception cref="SeedException">The seeds are unreadable, or the check finds an error that no waiver covers.</exception>
    public static Facts Read(string directory, DateOnly asOf)
    {
        var context = CheckContext.OfSeeds(directory, asOf);
        var errors = Checker
            .Run(context, context.Facts.Waivers, CheckOptions.Everything)
            .Failing(Severity.Error)
            .Select(f => new SeedProblem(
                f.Where?.File ?? "seeds",
                f.Where?.Line ?? 1,
                $"{f.Found} Expected: {f.Expected} ({f.Rule})",
                f.Rule
            ))
            .OrderBy(p => p.File, StringComparer.Ordinal)
            .ThenBy(p => p.Line)
            .ToList();
        return errors.Count == 0 ? context.Facts : throw new SeedException(errors);
    }
}
