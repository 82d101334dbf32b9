using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The program serving, as a process of its own, asked over HTTP as anybody would.</summary>
sealed partial class ServiceProcess : IDisposable
{
    readonly System.Diagnostics.Process _process;
    readonly StringBuilder _log = new();
    readonly TaskCompletionSource<Uri> _listening = new();
    Scratch? _scratch;

    ServiceProcess(System.Diagnostics.Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
                _log.AppendLine(line.Data);
            if (line.Data is null)
                _listening.TrySetException(new InvalidOperationException($"the service ended: {Log}"));
            else if (Listening().Match(line.Data) is { Success: true } address)
                _listening.TrySetResult(new(address.Value));
        };
        // Both are read on, so that a full pipe never stops it.
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public Uri Address => Client.BaseAddress!;

    /// <summary>The register of its own.</summary>
    public Database Database => _scratch!.Database;

    /// <summary>Starts it with settings over a register of its own.</summary>
    public static async Task<ServiceProcess> With(params (string Variable, string Value)[] settings)
    {
        var scratch = new Scratch();
        try
        {
            var running = await On(scratch.Seeded().Path, settings);
            running._scratch = scratch;
            return running;
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    /// <summary>Starts it over a register of its own with the whole shipped record.</summary>
    /// <param name="database">The register; one of its own when nothing is given.</param>
    public static async Task<ServiceProcess> OverShippedRecord(string? database = null)
    {
        var scratch = new Scratch();
        var filled = scratch.Seeded(Repository.ShippedSeeds).Path;
        if (database is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
            File.Move(filled, database);
        }
        var running = await Of(
            CommandRunner.Start("--database", database ?? filled, "--seeds", Repository.ShippedSeeds, "--urls", "http://127.0.0.1:0")
        );
        running._scratch = scratch;
        return running;
    }

    static readonly ConcurrentDictionary<string, Lazy<Task<ServiceProcess>>> s_shared = new();

    /// <summary>
    /// One with these settings that the whole run shares. Ask it only what leaves it as it was, and do not dispose of it.
    /// </summary>
    public static Task<ServiceProcess> Shared(params (string Variable, string Value)[] settings) =>
        s_shared.GetOrAdd(string.Join(';', settings), _ => new(() => With(settings))).Value;

    /// <summary>Ends those that the run shared.</summary>
    public static void StopShared()
    {
        foreach (var service in s_shared.Values.Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully))
            service.Value.Result.Dispose();
    }

    /// <summary>
    /// Starts it on a database with settings, by the names of their variables without prefix; other variables keep their names.
    /// </summary>
    public static Task<ServiceProcess> On(string database, params (string Variable, string Value)[] settings) =>
        Of(
            CommandRunner.StartWith(
                settings.ToDictionary(
                    s =>
                        Settings.All.Any(known => known.Variable == Settings.Prefix + s.Variable)
                            ? Settings.Prefix + s.Variable
                            : s.Variable,
                    s => s.Value
                ),
                Arguments(database)
            )
        );

    /// <summary>Waits until what was started listens, which it does when it is ready.</summary>
    public static async Task<ServiceProcess> Of(System.Diagnostics.Process process)
    {
        var running = new ServiceProcess(process);
        try
        {
            running.Client.BaseAddress = await running._listening.Task.WaitAsync(TimeSpan.FromMinutes(3));
            return running;
        }
        catch
        {
            running.Dispose();
            throw;
        }
    }

    /// <summary>What it is started with: the shipped seeds, and a port that the system chooses.</summary>
    public static string[] Arguments(string database) =>
        ["--database", database, "--seeds", Repository.Seeds, "--urls", "http://127.0.0.1:0"];

    /// <summary>What it has logged.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Asks it to stop, as a container's engine does.</summary>
    public void Terminate() => Signals.Terminate(_process);

    /// <summary>Its exit code, within two minutes, and all of its log.</summary>
    public int ExitCode()
    {
        Assert.That(_process.WaitForExit(TimeSpan.FromMinutes(2)), Is.True, "it did not end within two minutes");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        Client.Dispose();
        _process.Dispose();
        _scratch?.Dispose();
    }

    [GeneratedRegex(@"(?<=Listening on )http://[\d.:]+")]
    private static partial Regex Listening();
}
