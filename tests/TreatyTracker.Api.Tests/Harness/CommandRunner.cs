using System.Diagnostics;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The program as a process of its own.</summary>
static class CommandRunner
{
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs it to its end; it may take a minute.</summary>
    public static Result Run(params string[] args) => ToEnd(Of(args));

    /// <summary>Runs it to its end in a directory, with variables of its environment set.</summary>
    public static Result RunIn(string directory, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = Of(args);
        start.WorkingDirectory = directory;
        // What this run's own CI sets must not leak into the program under test.
        foreach (var name in new[] { "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return ToEnd(start);
    }

    /// <summary>Runs a command of the system to its end.</summary>
    public static Result Command(string command, params string[] args) => ToEnd(new(command, args));

    /// <summary>Runs whatever it is to its end; it may take a minute.</summary>
    public static Result ToEnd(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(60_000))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"did not end within a minute: {start.FileName} {string.Join(' ', start.ArgumentList)}");
        }
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public static System.Diagnostics.Process Start(params string[] args) => System.Diagnostics.Process.Start(Of(args))!;

    /// <summary>Starts it with variables of its environment set; the caller ends it.</summary>
    public static System.Diagnostics.Process StartWith(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = Of(args);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>Starts it as one who owns nothing here: where the tests run as root, as another user.</summary>
    public static System.Diagnostics.Process StartWithoutRights(params string[] args)
    {
        var start = Of(args);
        if (!Environment.IsPrivilegedProcess)
            return System.Diagnostics.Process.Start(start)!;
        start.ArgumentList.Clear();
        string[] all = ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", typeof(Program).Assembly.Location, .. args];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        start.FileName = "setpriv";
        // Its home is nobody's.
        start.Environment["HOME"] = Path.GetTempPath();
        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for what must come; how long it takes is the machine's affair.</summary>
    public static async Task Until(Func<Task<bool>> came, string what)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
            if (await came())
                return;
        Assert.Fail($"within a minute it did not come to this: {what}");
    }

    static ProcessStartInfo Of(string[] args) =>
        new("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
}
