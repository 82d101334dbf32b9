using TreatyTracker.Api.Consistency;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>That the record passes.</summary>
/// <param name="Valid">Always <c>true</c>: a record that does not pass is answered with 409.</param>
/// <param name="FailOn">How bad a finding would have to be.</param>
/// <param name="AsOf">The day as of which the record was checked.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was checked.</param>
/// <param name="Waived">How many findings that bad are waived.</param>
public sealed record Verdict(bool Valid, Severity FailOn, DateOnly AsOf, DateTimeOffset KnownAt, int Waived);
