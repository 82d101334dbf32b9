using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Commands;

/// <summary>Seeds that may be loaded: the rules of the consistency check guard the register too.</summary>
static class ValidatedSeeds
{
    /// <summary>Reads seeds in which the check finds no error that is not waived.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <param name="asOf">The day: nothing later may have happened yet.</param>
    /// <exception cref="SeedException">They cannot be read, or the check finds errors; it says what the check says.</exception>
    public static Facts Read(string directory, DateOnly asOf)
    {
        var record = CheckContext.OfSeeds(directory, asOf);
        var errors = Checker
            .Run(record, record.Facts.Waivers, CheckOptions.Everything)
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
        return errors.Count == 0 ? record.Facts : throw new SeedException(errors);
    }
}
