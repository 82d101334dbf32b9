namespace TreatyTracker.Api.Tests.Harness;

/// <summary>A clock that a test sets, and that stands still in between.</summary>
sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Times.Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
