namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Instants of the tests.</summary>
static class Times
{
    public static DateTimeOffset Start { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
}
