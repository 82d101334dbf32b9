namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Programs of the system that some tests need and the .NET SDK does not bring.</summary>
static class Programs
{
    /// <summary>Where a program is. Without it the test is skipped, and says why.</summary>
    /// <param name="name">Such as <c>curl</c>.</param>
    /// <param name="purpose">What the test needs it for: <c>to run the commands of the README</c>.</param>
    public static string Need(string name, string purpose)
    {
        if (Find(name) is not { } path)
            throw Skip.Because($"the program '{name}' is needed {purpose}, and it is not on the PATH.");
        return path;
    }

    /// <summary>Where a program is; <c>null</c> when it is not on the PATH.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, name))
            .FirstOrDefault(File.Exists);
}
