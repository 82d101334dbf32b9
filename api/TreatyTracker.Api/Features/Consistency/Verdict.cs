using TreatyTracker.Api.Consistency;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>The result of the gate for a record that passes.</summary>
/// <param name="Valid">Always <c>true</c>: a record that does not pass gets a 409.</param>
/// <param name="FailOn">The lowest severity that fails the check.</param>
/// <param name="AsOf">The day as of which the record was checked.</param>
/// <param name="KnownAt">The state of the register used: only what it had recorded by this instant.</param>
/// <param name="Waived">The number of waived findings of that severity or worse.</param>
public sealed record Verdict(bool Valid, Severity FailOn, DateOnly AsOf, DateTimeOffset KnownAt, int Waived);
