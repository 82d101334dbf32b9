using System.Diagnostics;

namespace TreatyTracker.Api.Tests;

/// <summary>The program as a process of its own.</summary>
static class Process
{
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs it to its end; it may take a minute.</summary>
    public static Result Run(params string[] args)
    {
        using var process = Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(60_000))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"treatytracker {string.Join(' ', args)} did not end within a minute");
        }
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public static System.Diagnostics.Process Start(params string[] args) => System.Diagnostics.Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;
}
