using System.Diagnostics;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Runs the program: its commands in this process, where that is as good, and otherwise as a process of its own.</summary>
static class CommandRunner
{
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>
    /// Runs a command to its end, in this process: nothing has to be started and compiled anew, which takes most of a second. What serves
    /// is a process of its own.
    /// </summary>
    public static Result Run(params string[] args)
    {
        if (Serves(args))
            return RunProcess(args);
        var (code, output, error) = CapturedConsole.Run(() =>
            (int)
                typeof(Program).Assembly.EntryPoint!.Invoke(
                    null,
                    System.Reflection.BindingFlags.DoNotWrapExceptions,
                    binder: null,
                    [args],
                    culture: null
                )!
        );
        return new(code, output, error);
    }

    /// <summary>Runs a command to its end as a process of its own; it may take three minutes.</summary>
    public static Result RunProcess(params string[] args) => ToEnd(Of(args));

    static bool Serves(string[] args) => !args.Contains("--help") && (args is [] || args[0] is "serve" || args[0].StartsWith('-'));

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

    /// <summary>Runs any program to its end.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <param name="patience">How long it may take; three minutes when nothing is given.</param>
    public static Result ToEnd(ProcessStartInfo start, TimeSpan? patience = null)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(patience ?? TimeSpan.FromMinutes(3)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The program did not end in time: {start.FileName} {string.Join(' ', start.ArgumentList)}");
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

    /// <summary>Starts it as a user who owns nothing here: where the tests run as root, as another user.</summary>
    public static System.Diagnostics.Process StartWithoutRights(params string[] args)
    {
        var start = Of(args);
        if (!Environment.IsPrivilegedProcess)
            return System.Diagnostics.Process.Start(start)!;
        start.ArgumentList.Clear();
        string[] all = ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", typeof(Program).Assembly.Location, .. args];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        start.FileName = Programs.Need("setpriv", "to start the service as a user who may not write");
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

    /// <summary>Waits until something holds, and fails after two minutes: how fast a machine is must not decide a test.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(25))
            if (await holds())
                return;
        Assert.Fail($"two minutes passed and this did not become true: {what}");
    }

    static ProcessStartInfo Of(string[] args) =>
        new("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            // It ends before what the compiler would learn about it pays off.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
}
