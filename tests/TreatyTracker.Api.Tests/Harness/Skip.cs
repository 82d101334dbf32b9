using System.Collections.Concurrent;
using System.Diagnostics;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Skips a test on a machine where it cannot run.</summary>
static class Skip
{
    static readonly ConcurrentDictionary<string, bool> s_said = new();

    /// <summary>
    /// Skips the running test. The reason is in its result, which <c>dotnet test</c> does not show, and once in a run on the console.
    /// </summary>
    /// <returns>Nothing: it is written <c>throw Skip.Because("…")</c>, so that the compiler knows that the test ends there.</returns>
    public static UnreachableException Because(string reason)
    {
        if (s_said.TryAdd(reason, true))
            TestContext.Error.WriteLine($"Skipped: {reason}");
        Assert.Ignore(reason);
        return new();
    }
}
